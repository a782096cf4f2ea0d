"""Why the system would not read or write a file, in words of a reader's language."""

import errno

from site_builder.diagnostics.bilingual import Words

_FULL = Words("磁盘已满，腾出空间后再试", "the disk is full; make room, then try again")
_BARRED = Words(
    "没有权限，或文件正被占用", "there is no permission, or somebody else has it in use"
)
_WHY = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: Words(
        "已用完配额，腾出空间后再试", "the quota is used up; make room, then try again"
    ),
    errno.EROFS: Words("磁盘只能读取", "the disk is read-only"),
    errno.EACCES: _BARRED,
    errno.EPERM: _BARRED,
    errno.EBUSY: _BARRED,
    errno.EEXIST: Words("已有同名的文件", "a file of that name is there already"),
    errno.ENOENT: Words("没有这个文件或目录", "there is no such file or folder"),
    errno.ENOTDIR: Words(
        "路径中有一段是文件，不是目录", "a part of the path is a file, not a folder"
    ),
    errno.EISDIR: Words("那是目录，不是文件", "it is a folder, not a file"),
    errno.ENAMETOOLONG: Words("文件名过长", "the name is too long"),
    errno.EIO: Words("磁盘有故障", "the disk is faulty"),
}


def why(error: OSError) -> Words:
    """Return why; what has no words here is told as the system tells it."""
    told = error.strerror or str(error)
    return _WHY.get(error.errno or 0, Words(told, told))
