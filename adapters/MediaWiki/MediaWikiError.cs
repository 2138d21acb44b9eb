using System.Text.Json;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.MediaWiki;

/// <summary>The errors of the Action API, which come in answers of status 200.</summary>
internal static class MediaWikiError
{
    private static readonly string[] Busy = ["maxlag", "readonly", "ratelimited", "internal_api_error_DBQueryError", "internal_api_error_DBConnectionError", "internal_api_error_DBTransactionError"];

    /// <summary>Codes that mean that the session is over.</summary>
    public static readonly string[] SignedOut = ["assertuserfailed", "assertbotfailed", "assertnameduserfailed", "mwoauth-invalid-authorization"];

    /// <summary>The code of an answer's error; null when it has none.</summary>
    public static string? CodeOf(JsonElement answer) => answer.Member("error") is { } error ? error.TextOrNull("code") ?? "unknown_error"
        : answer.Items("errors").FirstOrDefault() is { ValueKind: JsonValueKind.Object } first ? first.TextOrNull("code") ?? "unknown_error" : null;

    /// <summary>The exception of a code. What the wiki wrote about it is not repeated.</summary>
    public static VendorException Of(string code, TimeSpan? retryAfter) => new(MediaWikiApi.System, code, Message(code), Busy.Contains(code, StringComparer.Ordinal) || code.StartsWith("internal_api_error", StringComparison.Ordinal), retryAfter);

    private static string Message(string code) => code switch
    {
        "accessdenied" => "MediaWiki does not let the account read a page (accessdenied): give its group the right read in the namespaces of MediaWiki:Namespaces and MediaWiki:Drafts:Namespace.",
        "readapidenied" => "MediaWiki does not let the account read (readapidenied): give its group the right read, and its bot password the grant 'Basic rights'.",
        "captcha" => "MediaWiki asks for a captcha: give the account's group the right skipcaptcha.",
        "edit-refused" => "An edit filter or extension of MediaWiki refuses the edit: exempt the account's group.",
        "permissiondenied" or "protectedpage" or "protectednamespace" or "writeapidenied" or "cantcreate" or "noedit" => $"MediaWiki does not let the account edit ({code}): give its group the rights edit and createpage in the namespace of MediaWiki:Drafts:Namespace, and its bot password the grant 'Create, edit, and move pages'.",
        "blocked" or "autoblocked" => $"MediaWiki has blocked the account ({code}): unblock it.",
        "contenttoobig" => "MediaWiki takes no page of that size (contenttoobig): raise $wgMaxArticleSize in LocalSettings.php.",
        "readonly" => "MediaWiki is read-only now (readonly).",
        "maxlag" => "MediaWiki's databases lag behind (maxlag).",
        "ratelimited" => "MediaWiki limits the account's calls (ratelimited): give its group the right noratelimit.",
        _ when SignedOut.Contains(code, StringComparer.Ordinal) => $"MediaWiki does not know the account ({code}): check MediaWiki:UserName and MediaWiki:Password, or MediaWiki:AccessToken.",
        _ => $"MediaWiki answered with the error {OutgoingText.Clean(code, 80)}.",
    };
}
