#include "serve/schemas.h"

namespace guanlan::serve {
namespace {

#define LIST(ITEM)                                                                            \
  R"({"type":"object","required":["items","total","next"],"properties":{"items":{"type":"array","items":{"$ref":"#/components/schemas/)" ITEM \
  R"("}},"total":{"type":"integer"},"next":{"type":["string","null"],"description":"the cursor of the next part; null at the end"}}})"

constexpr Schema kSchemas[] = {
    {"Problem",
     R"({"type":"object","description":"RFC 9457","required":["type","title","status","code","detail","place","hint"],"properties":{"type":{"type":"string"},"title":{"type":"string"},"status":{"type":"integer"},"code":{"type":"string"},"detail":{"type":"string"},"place":{"type":"string"},"hint":{"type":"string"}}})"},
    {"Health",
     R"({"type":"object","required":["status","version"],"properties":{"status":{"const":"ok"},"version":{"type":"string"}}})"},
    {"Session",
     R"({"type":"object","required":["user","role","csrf","accounts"],"properties":{"user":{"type":"string"},"role":{"enum":["reader","editor","admin"]},"csrf":{"type":"string"},"accounts":{"type":"boolean","description":"false: everybody on this machine is the administrator `local`"}}})"},
    {"Login",
     R"({"type":"object","required":["user","password"],"properties":{"user":{"type":"string"},"password":{"type":"string"}}})"},
    {"EventDate",
     R"({"type":["object","null"],"required":["value","role"],"properties":{"value":{"type":"string"},"role":{"enum":["on","reported"]}}})"},
    {"ItemRow",
     R"({"type":"object","required":["id","document","file","n","title","kind","event_date","path","regions","authorities","sources","snippet"],"properties":{"id":{"type":"integer"},"document":{"type":"string"},"file":{"type":"string"},"n":{"type":"integer"},"title":{"type":"string"},"kind":{"type":"string"},"event_date":{"$ref":"#/components/schemas/EventDate"},"path":{"type":"array","items":{"type":"string"}},"regions":{"type":"array","items":{"type":"string"}},"authorities":{"type":"array","items":{"type":"string"}},"sources":{"type":"array","items":{"type":"string"}},"snippet":{"type":"array","items":{"type":"object","required":["text","hit"],"properties":{"text":{"type":"string"},"hit":{"type":"boolean"}}}}}})"},
    {"ItemList", LIST("ItemRow")},
    {"CheckRequest",
     R"({"type":"object","required":["document"],"properties":{"document":{"type":"string","description":"digest of a stored document"},"entry":{"type":"integer","description":"of a feed or mailbox, from 1"}}})"},
    {"CheckReport",
     R"({"type":"object","required":["findings","not_run"],"properties":{"findings":{"type":"array","items":{"type":"object","description":"docs/checking.md"}},"not_run":{"type":"array","items":{"type":"object"}}}})"},
    {"Statistics",
     R"({"type":"object","required":["rows","total"],"properties":{"total":{"type":"integer","description":"items, each once"},"rows":{"type":"array","items":{"type":"object","required":["key","label","count","parties","fines","items"],"properties":{"key":{"type":"string"},"label":{"type":"string"},"count":{"type":"integer"},"parties":{"type":"number"},"fines":{"type":"number","description":"yuan"},"items":{"type":"array","items":{"type":"integer"}}}}}}})"},
    {"Fact",
     R"({"type":"object","required":["field","index","value","text","page","begin","end","rule","cue"],"properties":{"field":{"type":"string"},"index":{"type":"integer"},"value":{"type":"string"},"text":{"type":"string"},"page":{"type":"integer"},"begin":{"type":"integer"},"end":{"type":"integer"},"rule":{"type":"string"},"cue":{"type":"string"}}})"},
    {"Range",
     R"({"type":"object","description":"bytes of the document's decoded text","required":["begin","end"],"properties":{"begin":{"type":"integer"},"end":{"type":"integer"}}})"},
    {"Item",
     R"({"type":"object","required":["id","document","entry","file","record","facts","text","has_pages","neighbours"],"properties":{"id":{"type":"integer"},"document":{"type":"string"},"entry":{"type":"integer"},"file":{"type":"string"},"record":{"type":"object","description":"docs/record.md"},"facts":{"type":"array","items":{"$ref":"#/components/schemas/Fact"}},"text":{"type":"object","required":["title","body"],"properties":{"title":{"type":"array","items":{"$ref":"#/components/schemas/Range"}},"body":{"type":"array","items":{"$ref":"#/components/schemas/Range"}}}},"has_pages":{"type":"boolean"},"neighbours":{"type":"array","items":{"type":"object"}}}})"},
    {"Source",
     R"({"type":"object","required":["raw_begin","raw_end","text"],"properties":{"raw_begin":{"type":"integer"},"raw_end":{"type":"integer"},"text":{"type":"string"}}})"},
    {"DocumentRow",
     R"({"type":"object","required":["id","file","format","title","items","size","added","rules"],"properties":{"id":{"type":"string"},"file":{"type":"string"},"format":{"type":"string"},"title":{"type":["string","null"]},"items":{"type":"integer"},"size":{"type":"integer"},"added":{"type":"string"},"rules":{"type":"string"}}})"},
    {"DocumentList", LIST("DocumentRow")},
    {"Document",
     R"({"allOf":[{"$ref":"#/components/schemas/DocumentRow"},{"type":"object","required":["sources"],"properties":{"sources":{"type":"array","items":{"type":"object"}}}}]})"},
    {"Job", R"({"type":"object","required":["job"],"properties":{"job":{"type":"string"}}})"},
    {"FileState",
     R"({"type":"object","required":["file","state","items","code","message","hint","document"],"properties":{"file":{"type":"string"},"state":{"enum":["waiting","reading","done","known","failed"]},"items":{"type":"integer"},"code":{"type":"string"},"message":{"type":"string"},"hint":{"type":"string"},"document":{"type":"string"}}})"},
    {"JobState",
     R"({"type":"object","required":["job","user","started","ended","files"],"properties":{"job":{"type":"string"},"user":{"type":"string"},"started":{"type":"string"},"ended":{"type":"boolean"},"files":{"type":"array","items":{"$ref":"#/components/schemas/FileState"}}}})"},
    {"JobList", LIST("JobState")},
    {"QuarantineRow",
     R"({"type":"object","required":["id","file","code","message","hint","when"],"properties":{"id":{"type":"string"},"file":{"type":"string"},"code":{"type":"string"},"message":{"type":"string"},"hint":{"type":"string"},"when":{"type":"string"}}})"},
    {"QuarantineList", LIST("QuarantineRow")},
    {"User",
     R"({"type":"object","required":["name","role","created","last"],"properties":{"name":{"type":"string"},"role":{"enum":["reader","editor","admin"]},"created":{"type":"string"},"last":{"type":["string","null"]}}})"},
    {"UserList", LIST("User")},
    {"RoleChange",
     R"({"type":"object","required":["role"],"properties":{"role":{"enum":["reader","editor","admin"]}}})"},
    {"Token",
     R"({"type":"object","required":["id","user","label","role","created"],"properties":{"id":{"type":"integer"},"user":{"type":"string"},"label":{"type":"string"},"role":{"enum":["reader","editor","admin"]},"created":{"type":"string"}}})"},
    {"TokenList", LIST("Token")},
    {"TokenRequest",
     R"({"type":"object","required":["role"],"properties":{"user":{"type":"string","description":"default: who asks"},"label":{"type":"string"},"role":{"enum":["reader","editor","admin"]}}})"},
    {"NewToken",
     R"({"type":"object","required":["token","user","role"],"properties":{"token":{"type":"string"},"user":{"type":"string"},"role":{"enum":["reader","editor","admin"]}}})"},
    {"AuditRow",
     R"({"type":"object","required":["id","when","user","action","object","from"],"properties":{"id":{"type":"integer"},"when":{"type":"string"},"user":{"type":"string"},"action":{"type":"string"},"object":{"type":"string"},"from":{"type":"string"}}})"},
    {"AuditList", LIST("AuditRow")},
    {"Law",
     R"({"type":"object","required":["id","title","versions","cited"],"properties":{"id":{"type":"string"},"title":{"type":"string"},"versions":{"type":"array","items":{"type":"object","required":["from","to"],"properties":{"from":{"type":["string","null"]},"to":{"type":["string","null"]}}}},"cited":{"type":"integer"}}})"},
    {"LawList", LIST("Law")},
    {"LawText",
     R"({"type":"object","required":["title","on","articles"],"properties":{"title":{"type":"string"},"on":{"type":"string"},"articles":{"type":"array","items":{"type":"object","required":["number","text"],"properties":{"number":{"type":"string"},"text":{"type":"string"}}}}}})"},
    {"CitationCounts",
     R"({"type":"array","items":{"type":"object","required":["article","count","items"],"properties":{"article":{"type":"string"},"count":{"type":"integer"},"items":{"type":"array","items":{"type":"integer"}}}}})"},
    {"Deadline",
     R"({"type":"object","required":["date","last_day","days_left","working_days_left","calendar_known","role","item","title","who","what","text","derivation","page","begin","end"],"properties":{"date":{"type":"string"},"last_day":{"type":"string"},"days_left":{"type":"integer"},"working_days_left":{"type":["integer","null"]},"calendar_known":{"type":"boolean","description":"false: of some years between only the weekends are known"},"role":{"enum":["deadline","comment_by","end"]},"item":{"type":"integer"},"title":{"type":"string"},"who":{"type":"string"},"what":{"type":"string","description":"the sentence"},"text":{"type":"string","description":"the words of the date"},"derivation":{"type":"string","description":"of a reckoned day; empty: it is printed"},"page":{"type":"integer"},"begin":{"type":"integer"},"end":{"type":"integer"}}})"},
    {"DeadlineList", LIST("Deadline")},
    {"Message",
     R"({"type":"object","description":"a JSON-RPC 2.0 message of the Model Context Protocol, docs/mcp.md"})"},
};

#undef LIST

}  // namespace

std::span<const Schema> schemas() { return kSchemas; }

}  // namespace guanlan::serve
