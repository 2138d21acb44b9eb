using System.Text.Json;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Health;

namespace HelpDesk.Adapters.MediaWiki;

/// <summary>Edits a page: with the token of the session, which is fetched anew once when the wiki calls it bad. A captcha and an edit filter come as answers that look like success.</summary>
internal sealed class MediaWikiDraftCalls(MediaWikiApi api, DependencyNotes notes)
{
    /// <summary>Name of the writing of drafts, which may fail while reading works.</summary>
    public const string Name = "mediawiki-drafts";

    /// <summary>What health says when drafts cannot be written.</summary>
    internal static readonly ProbeAdvice Advice = new(
        "MediaWiki does not let the account write drafts: give its group the rights edit, createpage and skipcaptcha in the namespace of MediaWiki:Drafts:Namespace, and its bot password the grants 'Create, edit, and move pages' and 'High-volume (bot) access'. Drafts are kept and written later.",
        "MediaWiki does not answer: check MediaWiki:ApiUrl and the firewall. Drafts are kept and written later.",
        "MediaWiki is read-only, limits the calls or has an error of its own. Drafts are kept and written later.");

    private string? _token;

    /// <summary>Edits.</summary>
    /// <exception cref="VendorException">It was not done, or that is not known.</exception>
    public Task EditAsync((string Name, string Value)[] parameters, CancellationToken cancellation) => notes.WatchAsync(
        Name, Advice, () => OnceAsync(parameters, cancellation), static fault => fault.Code is not ("articleexists" or "editconflict" or "missingtitle" or "pagedeleted"));

    /// <summary>The token of the session.</summary>
    /// <exception cref="VendorException">The account is not known, or may not write.</exception>
    public async Task<string> TokenAsync(CancellationToken cancellation)
    {
        var answer = await api.GetAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["action"] = "query", ["meta"] = "tokens", ["type"] = "csrf" }, cancellation);
        return answer.Member("query")?.Member("tokens")?.Text("csrftoken") is { Length: > 2 } token ? _token = token
            : throw MediaWikiError.Of("assertuserfailed", null);
    }

    private async Task<bool> OnceAsync((string Name, string Value)[] parameters, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            // The token comes last: a call that was cut off has none, and does nothing.
            Dictionary<string, string> form = new(StringComparer.Ordinal) { ["action"] = "edit", ["bot"] = "1" };
            foreach (var (name, value) in parameters)
                form[name] = value;
            form["token"] = _token ?? await TokenAsync(cancellation);
            try
            {
                return Read(await api.PostAsync(form, cancellation));
            }
            catch (VendorException old) when (old.Code == "badtoken" && attempt == 1)
            {
                _token = null;
            }
        }
    }

    private static bool Read(JsonElement answer)
    {
        var edit = answer.Member("edit");
        if (edit?.Text("result") == "Success")
            return true;
        throw MediaWikiError.Of(edit?.Member("captcha") is not null ? "captcha" : "edit-refused", null);
    }
}
