"""Write the sample report that ships with the program: an invented office's report of 2025.

Every identity of the form holds in it, so that it shows what a good report looks like.
"""

from pathlib import Path

from reportdesk.formats.writers import word
from reportdesk.paths import shipped_catalog
from reportdesk.report.document import Document

ORGAN, YEAR = "云溪县水务局", 2025

PREAMBLE = """\
本报告根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）的要求编制。全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分。
报告所列数据的统计期限自2025年1月1日起至2025年12月31日止。如对本报告有疑问，请与云溪县水务局办公室联系（地址：云溪县清渠路18号；邮编：999000；电话：0999-5550123；电子邮箱：shuiwu@yunxi.example）。"""

OVERVIEW = """\
2025年，云溪县水务局围绕群众关心的供水、防汛和河道管护，把政府信息公开的各项要求落到日常工作里，公开的内容更贴近实际，办理申请更加规范。
（一）主动公开。全年通过县政府网站公开信息214条，其中农村供水水质检测结果48条、汛期水情和调度信息63条、水利工程招标和验收信息37条。新制发行政规范性文件2件，均在印发之日起五个工作日内公开，并配发解读材料。
（二）依申请公开。全年新收政府信息公开申请18件，上年结转1件，办结17件，结转下年度2件。对涉及第三方的申请，均书面征求了意见。
（三）政府信息管理。修订局机关信息公开审查办法，公文起草时同步确定公开属性；对现行有效的行政规范性文件逐件核对，废止1件，公布最新目录。
（四）政府信息公开平台建设。调整县政府网站水务专栏，增设“村村通水”和“河长名录”两个栏目；在政务服务大厅设置查阅点，提供打印和协助检索服务。
（五）监督保障。明确一名副局长分管、办公室专人负责，全年组织业务培训3次，参加126人次；向社会征集评议意见52条，办理答复率百分之百；全年没有发生责任追究情形。"""

PROBLEMS = """\
（一）存在的主要问题
一是水利工程建设信息公开不够连贯，部分项目只公开了招标结果，开工以后的进展更新较少。二是解读材料以文字为主，农村居民看得少、看不懂。三是个别股室对申请内容把握不准，补正通知写得过于笼统。
（二）改进情况
上年提出的“水质检测结果公布不及时”问题，已改为每月10日前按乡镇集中公布。2026年，将按工程逐项公开进度表，每季度更新一次；制作方言短视频和一图读懂不少于10期；编写办理申请的常见情形和文书样本，每季度抽查一次补正通知和答复文书。"""

OTHERS = "2025年，本机关未收取政府信息公开信息处理费。没有其他需要报告的事项。"

REQUESTS = {
    "new": (15, 3), "carried": (1, 0), "granted": (6, 1), "partial": (2, 0),
    "denied_third": (0, 1), "denied_process": (1, 0), "unable_none": (3, 0),
    "unable_unclear": (1, 0), "refused_petition": (1, 0), "other_rest": (1, 0), "left": (1, 1),
}  # fmt: skip
OTHER_FIGURES = {
    "disclosure.documents.made": "2",
    "disclosure.documents.abolished": "1",
    "disclosure.documents.in_force": "14",
    "disclosure.licensing.decisions": "186",
    "disclosure.penalties.decisions": "23",
    "disclosure.enforcement.decisions": "4",
    "disclosure.fees.amount": "12.6",
    "disputes.review.upheld": "1",
}


def sample() -> Document:
    """The sample report."""
    edition = shipped_catalog()["cn-2021"]
    values = {
        key: "0" for key, field in edition.fields.items() if field.row and not field.total
    } | OTHER_FIGURES
    for row, (person, company) in REQUESTS.items():
        values[f"requests.{row}.person"] = str(person)
        values[f"requests.{row}.company"] = str(company)
    values |= {
        "organ": ORGAN,
        "title": f"{ORGAN}{YEAR}年政府信息公开工作年度报告",
        "preamble": PREAMBLE,
        "overview": OVERVIEW,
        "problems": PROBLEMS,
        "others": OTHERS,
        "signature": ORGAN,
        "date": "2026年1月16日",
    }
    return Document(edition, YEAR, values)


def main() -> None:
    """Write the sample as .docx."""
    folder = Path(__file__).resolve().parent.parent / "resources" / "samples"
    folder.mkdir(exist_ok=True)
    template = shipped_catalog().template("cn-2021")
    data = word.render(sample(), template, draft=False)
    (folder / "yunxi-2025.docx").write_bytes(data)


if __name__ == "__main__":
    main()
