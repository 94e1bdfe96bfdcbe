; The installer: for one user, without an administrator, in Chinese; silent with /S.
;   makensis -INPUTCHARSET UTF8 -DVERSION=1.2.3 -DFOLDER=/abs/reportdesk -DOUT=/abs/setup.exe installer.nsi
; packaging/pack.py calls it. -DAMD64 takes the 64-bit stub, which only Debian's NSIS has: a Wine
; prefix without 32-bit support runs nothing else.
;
; It ends with 0 when done, 1 when cancelled, 3 when the program is running, 4 when this Windows is
; too old. /D=C:\folder, last and without quotes, installs somewhere else; /DESKTOP puts a shortcut
; on the desktop in a silent installation too.

Unicode true
!ifdef AMD64
Target amd64-unicode
!endif
!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WinVer.nsh
!include x64.nsh

!define NAME reportdesk
!define TITLE "政府信息公开年报"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define CLASSES "Software\Classes"
!define RUNNING 3
!define TOO_OLD 4

Name "${TITLE}"
BrandingText "${TITLE} ${VERSION}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "Software\${NAME}" "InstallDir"
ManifestDPIAware true
ManifestSupportedOS Win10
SetCompressor /SOLID lzma
; Both programs hold the same modules; in one dictionary they take the room of one.
SetCompressorDictSize 64

VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey /LANG=2052 "ProductName" "${TITLE}"
VIAddVersionKey /LANG=2052 "FileDescription" "${TITLE} 安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "MIT 许可"

!define MUI_ICON "reportdesk.ico"
!define MUI_UNICON "reportdesk.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "side.bmp"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "side.bmp"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "安装${TITLE}"
!define MUI_WELCOMEPAGE_TEXT "只为您一个人安装，不需要管理员权限，不联网。$\r$\n$\r$\n装过旧版本的会就地更新；已有的报告不受影响。$\r$\n$\r$\n点“下一步”继续。"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "装好了"
!define MUI_FINISHPAGE_TEXT "以后可从“开始”菜单打开“${TITLE}”。"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${NAME}.exe"
!define MUI_FINISHPAGE_RUN_TEXT "现在打开"
; MUI has no box for a shortcut; its box for a text to read does.
!define MUI_FINISHPAGE_SHOWREADME
!define MUI_FINISHPAGE_SHOWREADME_TEXT "在桌面放一个快捷方式"
!define MUI_FINISHPAGE_SHOWREADME_FUNCTION PutOnDesktop
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "将卸载${TITLE}。您的报告、设置和备份不会删除，都留在这个文件夹：$\r$\n$LOCALAPPDATA\${NAME}"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE SimpChinese

; A program that runs keeps its own file locked.
!macro REFUSE_WHILE_RUNNING program
  ${If} ${FileExists} "$INSTDIR\${program}"
    ${Do}
      ClearErrors
      FileOpen $0 "$INSTDIR\${program}" a
      ${IfNot} ${Errors}
        FileClose $0
        ${ExitDo}
      ${EndIf}
      ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${TITLE}正在运行，现在不能继续。$\r$\n$\r$\n程序里的内容都已保存。请关闭它，再点“重试”。" /SD IDCANCEL IDCANCEL`
        SetErrorLevel ${RUNNING}
        Quit
      ${EndIf}
    ${Loop}
  ${EndIf}
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "${TITLE}需要 64 位的 Windows 10（1809）或更新的版本，这台电脑装不了。" /SD IDOK
    SetErrorLevel ${TOO_OLD}
    Quit
  ${EndIf}
FunctionEnd

Function PutOnDesktop
  CreateShortcut "$DESKTOP\${TITLE}.lnk" "$INSTDIR\${NAME}.exe"
FunctionEnd

Section
  !insertmacro REFUSE_WHILE_RUNNING "${NAME}.exe"
  !insertmacro REFUSE_WHILE_RUNNING "${NAME}-cli.exe"
  ; Nothing of an older version stays; what the clerk wrote lies elsewhere.
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\licences"
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}/*.*"
  File "rdesk.ico"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${TITLE}.lnk" "$INSTDIR\${NAME}.exe"

  WriteRegStr HKCU "Software\${NAME}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${TITLE}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${NAME}.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"

  ; A saved report opens by a double click; Word files stay Word's, the program only offers itself.
  WriteRegStr HKCU "${CLASSES}\.rdesk" "" "${NAME}.report"
  WriteRegStr HKCU "${CLASSES}\${NAME}.report" "" "年报副本"
  WriteRegStr HKCU "${CLASSES}\${NAME}.report\DefaultIcon" "" "$INSTDIR\rdesk.ico"
  WriteRegStr HKCU "${CLASSES}\${NAME}.report\shell\open\command" "" '"$INSTDIR\${NAME}.exe" open "%1"'
  WriteRegStr HKCU "${CLASSES}\Applications\${NAME}.exe" "FriendlyAppName" "${TITLE}"
  WriteRegStr HKCU "${CLASSES}\Applications\${NAME}.exe\shell\open\command" "" '"$INSTDIR\${NAME}.exe" open "%1"'
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  ${If} ${Silent}
    ${GetParameters} $0
    ClearErrors
    ${GetOptions} $0 "/DESKTOP" $1
    ${IfNot} ${Errors}
      Call PutOnDesktop
    ${EndIf}
  ${EndIf}
SectionEnd

Section Uninstall
  !insertmacro REFUSE_WHILE_RUNNING "${NAME}.exe"
  !insertmacro REFUSE_WHILE_RUNNING "${NAME}-cli.exe"
  Delete "$SMPROGRAMS\${TITLE}.lnk"
  Delete "$DESKTOP\${TITLE}.lnk"
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\${NAME}.exe"
  Delete "$INSTDIR\${NAME}-cli.exe"
  Delete "$INSTDIR\rdesk.ico"
  Delete "$INSTDIR\uninstall.exe"
  ; Only if nothing else lies in it.
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\${NAME}"
  DeleteRegKey HKCU "${CLASSES}\${NAME}.report"
  DeleteRegKey HKCU "${CLASSES}\Applications\${NAME}.exe"
  ReadRegStr $0 HKCU "${CLASSES}\.rdesk" ""
  ${If} $0 == "${NAME}.report"
    DeleteRegKey HKCU "${CLASSES}\.rdesk"
  ${EndIf}
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  ${If} ${FileExists} "$LOCALAPPDATA\${NAME}\*.*"
    MessageBox MB_OK|MB_ICONINFORMATION "已卸载。您的报告、设置和备份没有删除，都在：$\r$\n$LOCALAPPDATA\${NAME}$\r$\n$\r$\n以后再装上，它们会原样回来；确实不要了，删除这个文件夹即可。" /SD IDOK
  ${EndIf}
SectionEnd
