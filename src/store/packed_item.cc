#include "store/packed_item.h"

#include <zlib.h>

#include <algorithm>
#include <new>
#include <tuple>

#include "store/varint.h"

namespace guanlan {
namespace {

constexpr char kDeflated = 1, kLearned = 2;  // formats
constexpr std::size_t kMost = 256u << 20;    // of record and facts: no item is as large

// Never to be changed: another dictionary is another format. What is commonest stands last.
constexpr std::string_view kDictionary =
    R"(公安机关人民法院人民检察院市场监督管理局工业和信息化部国家市场监督管理总局中央网络安全和信息化委员会办公室)"
    R"(通信管理局互联网信息办公室公安局中华人民共和国网络安全法数据安全法个人信息保护法管理办法征求意见稿暂行规定条例)"
    R"(关于开展专项行动的通知APP违法违规收集使用个人信息有限公司科技网络数据安全风险评估人工智能近日，发布《印发、)"
    R"("kind":"legislation""kind":"standard""kind":"enforcement""kind":"app-notice""kind":"criminal-case")"
    R"("kind":"judgment""kind":"campaign""kind":"filing""kind":"incident""kind":"report""kind":"statistics")"
    R"("kind":"warning""kind":"meeting""kind":"activity""kind":"organization""kind":"industry","event_date":null)"
    R"(instrument.title instrument.status date.calendar quantity.unit region.seat region.headline region.national)"
    R"({"type":"fine","target":"count":null,"amount":null,"currency":null,"type":"order_to_correct")"
    R"("type":"warning""type":"criminal_detention""type":"public_notice","provision":"第条第款","instrument":")"
    R"("role":"past","text":""role":"effective""role":"deadline""role":"comment_by""role":"start""role":"end")"
    R"("role":"publish""role":"punish""role":"investigate""role":"decide","code":null,"code":"110000")"
    R"({"document":"sha256:","file":".txt","n":1,"path":["第一部分","第二部分：（一）"],"number":"1","title":"",)"
    R"("body":"。\n","span":{"page":1,"begin":1,"end":2},"sources":["中国网信网"],"parts":[],"kind":"other",)"
    R"("event_date":{"value":"2024-0","role":"on","text":"月日","span":{"page":1,"begin":"role":"reported",)"
    R"("dates":[{"value":"202","role":"past","text":"202年月日","span":{"page":1,"begin":}}],"deadlines":[],"terms":[],)"
    R"("authorities":[{"name":"国家互联网信息办公室","role":"issue","text":"","span":{"page":1,"begin":}}],)"
    R"("regions":[{"path":"中国","code":null,"text":"省市","span":{"page":1,"begin":}}],"apps":[],"orgs":[],)"
    R"("instruments":[{"title":"","status":"issued","text":"","span":{"page":1,"begin":}}],"status":"cited","citations":[],)"
    R"("standards":[],"doc_numbers":[],"cve":[],"figures":[{"value":,"unit":"个","approx":null,"text":"","span":{"page":1,"begin":)"
    R"(}}],"enumerations":[{"announced":3,"listed":3,"text":"","span":{"page":1,"begin":}}],"sanctions":[],)"
    R"("spans":{"path":[{"page":1,"begin":,"end":},{"page":1,"begin":],"title":{"page":1,"begin":},"sources":[{"page":1,"begin":)"
    R"(],"deadlines":[],"apps":[],"orgs":[],"standards":[],"doc_numbers":[],"cve":[]}}"span":{"page":1,"begin":)";

Bytef* bytes_of(std::string_view text) {
  return const_cast<Bytef*>(reinterpret_cast<const Bytef*>(text.data()));  // zlib only reads them
}
uInt size_of(std::string_view text) { return static_cast<uInt>(text.size()); }

void append_text(std::string& out, std::string_view text) {
  append_varint(out, text.size());
  out += text;
}

std::string written(const std::vector<Fact>& facts) {
  std::string out;
  for (const Fact& f : facts) {
    for (const std::string_view text :
         {std::string_view(f.field), std::string_view(f.value), std::string_view(f.text),
          std::string_view(f.rule), std::string_view(f.cue)}) {
      append_text(out, text);
    }
    append_varint(out, static_cast<std::uint64_t>(f.index));
    append_varint(out, static_cast<std::uint64_t>(f.place.page));
    append_varint(out, f.place.span.begin);
    append_varint(out, f.place.span.end);
  }
  return out;
}

bool take_text(std::string_view& bytes, std::string& out) {
  const auto size = take_varint(bytes);
  if (!size || *size > bytes.size()) return false;
  out = bytes.substr(0, *size);
  bytes.remove_prefix(*size);
  return true;
}

bool take_fact(std::string_view& bytes, Fact& f) {
  for (std::string* text : {&f.field, &f.value, &f.text, &f.rule, &f.cue}) {
    if (!take_text(bytes, *text)) return false;
  }
  const auto index = take_varint(bytes), page = take_varint(bytes), begin = take_varint(bytes),
             end = take_varint(bytes);
  if (!index || !page || !begin || !end) return false;
  f.index = static_cast<int>(*index);
  f.place = {static_cast<int>(*page),
             {static_cast<std::uint32_t>(*begin), static_cast<std::uint32_t>(*end)}};
  return true;
}

// Record and facts as they were written, one behind the other.
struct Unpacked {
  std::string text;
  std::size_t record = 0;  // its size
};

// `whole`: the facts as well; else the stream is read only as far as the record goes.
Result<Unpacked> inflated_item(std::string_view bytes, bool whole) {
  bytes.remove_prefix(1);
  const auto record = take_varint(bytes), facts = take_varint(bytes);
  if (!record || !facts || *record > kMost || *facts > kMost) return damaged_item();
  // A byte more than is wanted, where the whole is, so that zlib comes to the end of the stream.
  const std::size_t wanted = *record + (whole ? *facts : 0);
  Unpacked out{std::string(wanted + (whole ? 1 : 0), '\0'), *record};
  z_stream stream{};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return damaged_item();
  inflateSetDictionary(&stream, bytes_of(kDictionary), size_of(kDictionary));
  stream.next_in = bytes_of(bytes);
  stream.avail_in = size_of(bytes);
  stream.next_out = reinterpret_cast<Bytef*>(out.text.data());
  stream.avail_out = size_of(out.text);
  const int code = inflate(&stream, Z_SYNC_FLUSH);
  const bool complete =
      stream.total_out == wanted && (code == Z_STREAM_END || (!whole && code == Z_OK));
  inflateEnd(&stream);
  if (!complete && !(wanted == 0 && !whole)) return damaged_item();
  out.text.resize(wanted);
  return out;
}

Result<Unpacked> unpacked_item(const sqlite::Database& database, std::string_view bytes,
                               bool whole) {
  if (bytes.empty() || (bytes.front() != kDeflated && bytes.front() != kLearned))
    return damaged_item();
  if (bytes.front() == kDeflated) return inflated_item(bytes, whole);
  bytes.remove_prefix(1);
  const auto record = take_varint(bytes);
  if (!record) return damaged_item();
  const auto dictionary = item_dictionary_of(database, bytes);
  if (!dictionary) return tl::unexpected(dictionary.error());
  auto text = (*dictionary)->unpacked(bytes, 2 * kMost);
  if (!text) return tl::unexpected(std::move(text.error()));
  if (*record > text->size()) return damaged_item();
  return Unpacked{std::move(*text), *record};
}

}  // namespace

struct ItemPacker::Stream {
  z_stream z{};
};

ItemPacker::ItemPacker() : stream_(std::make_unique<Stream>()) {
  constexpr int kLevel = 6, kMemory = 8;
  if (deflateInit2(&stream_->z, kLevel, Z_DEFLATED, -MAX_WBITS, kMemory, Z_DEFAULT_STRATEGY) !=
      Z_OK) {
    throw std::bad_alloc();
  }
}

ItemPacker::~ItemPacker() {
  if (stream_) deflateEnd(&stream_->z);
}

ItemPacker::ItemPacker(ItemPacker&&) noexcept = default;

Result<ItemPacker> ItemPacker::of(const sqlite::Database& database) {
  auto dictionary = item_dictionary(database);
  if (!dictionary) return tl::unexpected(std::move(dictionary.error()));
  ItemPacker out;
  out.dictionary_ = std::move(*dictionary);
  return out;
}

std::string ItemPacker::pack(std::string_view record, const std::vector<Fact>& facts) {
  const std::string tail = written(facts);
  if (dictionary_) {
    std::string out(1, kLearned);
    append_varint(out, record.size());
    return out + dictionary_->packed(std::string(record) + tail);
  }
  std::string out(1, kDeflated);
  append_varint(out, record.size());
  append_varint(out, tail.size());
  const std::string all = std::string(record) + tail;
  z_stream& z = stream_->z;
  deflateReset(&z);
  deflateSetDictionary(&z, bytes_of(kDictionary), size_of(kDictionary));
  const std::size_t head = out.size();
  out.resize(head + deflateBound(&z, static_cast<uLong>(all.size())));
  z.next_in = bytes_of(all);
  z.avail_in = size_of(all);
  z.next_out = reinterpret_cast<Bytef*>(out.data() + head);
  z.avail_out = static_cast<uInt>(out.size() - head);
  deflate(&z, Z_FINISH);
  out.resize(head + z.total_out);
  return out;
}

Result<std::string> packed_record(const sqlite::Database& database, std::string_view bytes) {
  if (bytes.starts_with('{')) return std::string(bytes);
  auto item = unpacked_item(database, bytes, false);
  if (!item) return tl::unexpected(std::move(item.error()));
  item->text.resize(item->record);
  return std::move(item->text);
}

Result<std::string> unpacked_text(const sqlite::Database& database, std::string_view bytes) {
  auto item = unpacked_item(database, bytes, true);
  if (!item) return tl::unexpected(std::move(item.error()));
  return std::move(item->text);
}

Result<std::vector<Fact>> packed_facts(const sqlite::Database& database, std::string_view bytes) {
  const auto item = unpacked_item(database, bytes, true);
  if (!item) return tl::unexpected(item.error());
  std::string_view rest = std::string_view(item->text).substr(item->record);
  std::vector<Fact> out;
  while (!rest.empty()) {
    if (!take_fact(rest, out.emplace_back())) return damaged_item();
  }
  std::stable_sort(out.begin(), out.end(), [](const Fact& a, const Fact& b) {
    return std::tie(a.field, a.index) < std::tie(b.field, b.index);
  });
  return out;
}

}  // namespace guanlan
