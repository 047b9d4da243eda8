using Supervision.Language;

namespace Supervision.Evidence;

/// <summary>What is said no with about files that prove something.</summary>
public static class EvidenceRefusals
{
    public static readonly Refusal NotFound = new("evidence.not-found",
        "没有这份佐证材料，或您无权查看；请核对编号。", "There is no such evidence, or you may not see it; check its reference.");

    public static readonly Refusal NotAllowed = new("evidence.not-allowed",
        "您的岗位（{0}）不能执行此操作；上传请用承办单位或督查室账号，依法删除请转系统管理员。",
        "Your posts ({0}) do not allow this; agencies and the office upload, the system administrator removes what the law demands.");

    public static readonly Refusal NotStored = new("evidence.not-stored",
        "“{0}”尚未由您的单位上传；请先上传文件，再引用所得的编号。",
        "\"{0}\" was not uploaded by your agency; upload the file first, then name the reference you get.");

    public static readonly Refusal ReferenceUnfit = new("evidence.reference-unfit",
        "“{0}”不是佐证材料编号；请使用上传后得到的 sha256: 加 64 位十六进制编号。",
        "\"{0}\" is no reference to a file; use the one that the upload gave: sha256: and 64 lower-case hex digits.");

    public static readonly Refusal Removed = new("evidence.removed",
        "该佐证材料已依法删除（{0}）；请另行提供材料。", "This evidence was removed by law ({0}); bring other evidence.");

    public static readonly Refusal Lost = new("evidence.lost",
        "该佐证材料的文件不在存储中；请通知系统管理员校验并从备份找回。",
        "The bytes of this evidence are not in the store; tell the system administrator to verify and recover them from a backup.");

    public static readonly Refusal SizeUnfit = new("evidence.size-unfit",
        "文件大小须为 1 字节至 {0} MB；请压缩或拆分后再上传。", "A file has from 1 byte to {0} MB; make it smaller or split it.");

    public static readonly Refusal TypeNotTaken = new("evidence.type-not-taken",
        "按内容识别，这不是可接收的文件（{0}）；请另存为 PDF、图片、docx、xlsx、pptx、OFD、MP4 或纯文本。",
        "By its content this is not a file that is taken ({0}); save it as PDF, a picture, docx, xlsx, pptx, OFD, MP4 or plain text.");

    public static readonly Refusal TextMissing = new("evidence.text-missing",
        "请写明“{0}”，不超过 {1} 字。", "State the {0}, in at most {1} characters.");

    public static readonly Refusal OtherHash = new("evidence.other-hash",
        "收到的内容与所报的哈希不符，已作废；请核对文件后重新上传。",
        "What was received does not have the hash that was announced and was thrown away; check the file and upload it again.");

    public static readonly Refusal UploadNotFound = new("evidence.upload-not-found",
        "没有这个上传，可能已完成、作废或过期；请重新开始上传。",
        "There is no such upload; it may be complete, thrown away or too old. Begin again.");

    public static readonly Refusal OtherOffset = new("evidence.other-offset",
        "已收到 {0} 字节；请从该位置继续上传。", "{0} bytes were received; go on from there.");

    public static readonly Refusal UploadBusy = new("evidence.upload-busy",
        "该上传正在接收另一段内容；请稍候查询进度后继续。", "This upload is receiving another piece; ask for its offset shortly and go on.");

    public static readonly Refusal UploadIncomplete = new("evidence.upload-incomplete",
        "只收到 {0} / {1} 字节；请传完后再完成上传。", "{0} of {1} bytes were received; send the rest, then complete it.");

    public static readonly Refusal TooManyUploads = new("evidence.too-many-uploads",
        "您有 {0} 个未完成的上传，已达上限；请先完成或放弃其中一些。",
        "You have {0} uploads under way, as many as one may; complete or abandon some first.");

    public static readonly Refusal NoStore = new("evidence.no-store",
        "本集群未配置佐证材料存储，不能上传或下载；请系统管理员配置后再试。",
        "This cluster has no store for evidence, so nothing can be uploaded or downloaded; the operator has to name one.");

    public static readonly Refusal StoreFull = new("evidence.store-full",
        "存储空间不足，暂不能接收；请通知系统管理员扩容。", "There is too little space left to take the file; tell the system administrator.");
}
