// What the server says, for both languages.
#include "cli/library_messages.h"

namespace guanlan::cli {
namespace {

constexpr Text kServe[] = {
    // requests
    {"地址不是 UTF-8，或转义有误", "the target is not UTF-8, or an escape in it is broken"},
    {"按 UTF-8 作百分号编码", "percent-encode it as UTF-8"},
    {"不接受这个主机名", "this server is not known under that name"},
    {"用 guanlan serve --host 名称 加上它", "add it: guanlan serve --host NAME"},
    {"网页只能读取", "pages can only be read"},
    {"没有这个地址", "there is no such address"},
    {"没有这个文件", "there is no such file"},
    {"全部地址见 /openapi.json", "all addresses: /openapi.json"},
    {"这个地址不支持 {}", "this address does not take {}"},
    {"需要登录", "log in first"},
    {"需要 {} 权限", "this takes the role {}"},
    {"不接受其他网站发起的写入", "writes that another site begins are not accepted"},
    {"缺少 X-CSRF-Token，或它已失效", "X-CSRF-Token is missing or no longer valid"},
    {"先取 GET /api/v1/session 的 csrf", "get `csrf` of GET /api/v1/session first"},
    {"请求过大：上限 {} 字节", "the request is too large: at most {} bytes"},
    {"请求过大", "the request is too large"},
    {"服务器正忙", "the server is busy"},
    {"稍后再试", "try again later"},
    // accounts
    {"密码须有 {} 到 {} 个字节", "a password takes {} to {} bytes"},
    {"内存不足，无法计算密码散列", "not enough memory to hash a password"},
    {"帐号名不合要求", "that cannot be the name of an account"},
    {"1 到 64 个字节的文字、数字和 . _ - @", "1 to 64 bytes of letters, digits and . _ - @"},
    {"已有这个帐号", "there is such an account already"},
    {"没有这个帐号", "there is no such account"},
    {"至少要留一个管理员", "one administrator must stay"},
    {"先建立另一个 admin 帐号", "make another admin account first"},
    {"登录失败次数过多", "too many failed logins"},
    {"五分钟后再试", "try again in five minutes"},
    {"数据库不能写入", "the database cannot be written"},
    {"没有这个令牌", "there is no such token"},
    {"须给出 user 与 password", "user and password are needed"},
    {"帐号或密码不对", "wrong name or password"},
    {"没有这个角色", "there is no such role"},
    {"reader、editor 或 admin", "reader, editor or admin"},
    {"两次输入的密码不同", "the two passwords differ"},
    {"再试一次", "try again"},
    // parameters
    {"{} 应是整数", "{} takes a whole number"},
    {"{} 最多 {}", "{} is at most {}"},
    {"{} 不是日期", "{} is no date"},
    {"2024、2024-05 或 2024-05-01", "2024, 2024-05 or 2024-05-01"},
    {"cursor 不属于这个查询", "the cursor belongs to another question"},
    {"从没有 cursor 的第一页重新开始", "begin again with the first page, without cursor"},
    // uploads and imports
    {"上传的表单有误", "the form of the upload is broken"},
    {"用 multipart/form-data 发送文件", "send files as multipart/form-data"},
    {"一次上传的文件太多", "too many files at once"},
    {"分几次上传", "upload them in several goes"},
    {"等待导入的文件太多", "too many imports are waiting"},
    {"等前面的导入结束后再上传", "upload when those before have ended"},
    {"没有这个导入，或它已结束很久", "there is no such import, or it ended long ago"},
    {"打开的事件流太多", "too many event streams are open"},
    {"关掉不用的页面后再试", "close pages that you do not need and try again"},
    // agents
    {"MCP 的消息须是 application/json", "a message of MCP is application/json"},
    {"参数 {} 应是不长的字符串", "{} takes a short string"},
    {"参数 {} 应是 {} 到 {} 的整数", "{} takes a whole number from {} to {}"},
    {"缺少参数 {}", "{} is missing"},
    {"缺少参数 id", "id is missing"},
    {"id 由 search 给出", "search gives ids"},
    {"用 evidence 中的 document（sha256:…）", "take `document` of an evidence (sha256:…)"},
    {"文件里没有这一篇", "the file holds no such entry"},
    {"这一条没有这个字段的值", "the item has no value of this field"},
    {"用 facts 看它有哪些字段", "facts names the fields it has"},
    {"正在进行的导出太多", "too many exports are running"},
    // starting
    {"不是 IP 地址", "that is no IP address"},
    {"例如 127.0.0.1、0.0.0.0 或 ::1", "for instance 127.0.0.1, 0.0.0.0 or ::1"},
    {"不能在 {}:{} 上监听", "cannot listen on {}:{}"},
    {"端口可能已被占用，用 --port 换一个", "the port may be taken; choose another with --port"},
    {"还没有帐号，只能在本机上监听", "without accounts it listens on this machine only"},
    {"先用 guanlan users add 名字 --role admin 建立帐号",
     "make an account first: guanlan users add NAME --role admin"},
    {"这个文件夹里没有网页（index.html）", "this folder holds no pages (index.html)"},
    {"先在 web/ 里运行 npm run build，再用 --web web/dist",
     "run npm run build in web/ first, then --web web/dist"},
    {"sort 没有这个值", "sort has no such value"},
    {"可用：date、relevance", "one of date, relevance"},
    {"没有说要校对哪个文件", "which document to check was not said"},
    {"文件里没有这一篇", "the file has no such entry"},
    {"by 没有这个值", "by has no such value"},
    {"可用：law、article、authority、level、region、sanction、violation、month",
     "one of law, article, authority, level, region, sanction, violation, month"},
};

}  // namespace

std::span<const Text> serve_messages() { return kServe; }

}  // namespace guanlan::cli
