<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- The words of Qt's own dialogs that Qt's Chinese translation does not have. Compiled by packaging/compile_ui.py. -->
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>QFileDialog</name>
    <message><source>&amp;Look in:</source><translation>查找范围(&amp;I)：</translation></message>
    <message><source>Look in:</source><translation>查找范围：</translation></message>
    <message><source>Files of &amp;type:</source><translation>文件类型(&amp;T)：</translation></message>
    <message><source>Files of type:</source><translation>文件类型：</translation></message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message><source>Drive</source><translation>磁盘</translation></message>
    <message><source>File</source><translation>文件</translation></message>
    <message><source>%1 File</source><translation>%1 文件</translation></message>
    <message><source>File Folder</source><translation>文件夹</translation></message>
    <message><source>Shortcut</source><translation>快捷方式</translation></message>
    <message><source>Alias</source><translation>别名</translation></message>
    <message><source>Unknown</source><translation>未知</translation></message>
    <message><source>Folder</source><comment>All other platforms</comment><translation>文件夹</translation></message>
</context>
<context>
    <name>QPageSetupWidget</name>
    <message><source>Pages &amp;per sheet:</source><translation>每张纸的页数(&amp;P)：</translation></message>
    <message><source>Page &amp;order:</source><translation>排列顺序(&amp;O)：</translation></message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message><source>Page &amp;Set:</source><translation>页(&amp;S)：</translation></message>
</context>
<context>
    <name>QPrintDialog</name>
    <message><source>Page Setup Conflicts</source><translation>页面设置有冲突</translation></message>
    <message><source>There are conflicts in page setup options. Do you want to fix them?</source><translation>页面设置的选项有冲突。要改正吗？</translation></message>
</context>
<context>
    <name>QCupsJobWidget</name>
    <message><source>Scheduled &amp;printing:</source><translation>打印时间(&amp;P)：</translation></message>
    <message><source>&amp;Billing information:</source><translation>计费信息(&amp;B)：</translation></message>
    <message><source>Job &amp;priority:</source><translation>优先级(&amp;P)：</translation></message>
    <message><source>&amp;Start:</source><translation>开头(&amp;S)：</translation></message>
    <message><source>&amp;End:</source><translation>末尾(&amp;E)：</translation></message>
</context>
</TS>
