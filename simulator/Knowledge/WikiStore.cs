using HelpDesk.Simulator.Store;

namespace HelpDesk.Simulator.Knowledge;

/// <summary>The pages of simulated MediaWiki and its recent changes.</summary>
public sealed class WikiStore(SimulatorStore store, TimeProvider time)
{
    private const string PageKind = "mediawiki.pages";
    private const string ChangeKind = "mediawiki.changes";
    private const string SwitchKind = "mediawiki.switches";

    private static readonly Dictionary<string, int> Names = new(StringComparer.OrdinalIgnoreCase) { ["Project"] = 4, ["Template"] = 10, ["Help"] = 12, ["Category"] = 14, ["Servicedesk"] = 3_000, ["Draft"] = 3_002 };

    /// <summary>All pages, deleted ones too, by title.</summary>
    public IReadOnlyList<WikiPage> Pages => [.. store.All<WikiPage>(PageKind).OrderBy(static page => page.Title, StringComparer.Ordinal)];

    /// <summary>The recent changes, oldest first.</summary>
    public IReadOnlyList<WikiChange> Changes => [.. store.All<WikiChange>(ChangeKind).OrderBy(static change => change.Id)];

    /// <summary>What is otherwise than usual.</summary>
    public WikiSwitches Switches
    {
        get => store.Get<WikiSwitches>(SwitchKind, "all") ?? new WikiSwitches();
        set => store.Put(SwitchKind, "all", value);
    }

    /// <summary>The time.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>A page by its id.</summary>
    public WikiPage? Page(int id) => store.Get<WikiPage>(PageKind, Key(id));

    /// <summary>A page by its title, deleted ones too.</summary>
    public WikiPage? Titled(string title) => Pages.FirstOrDefault(page => page.Title == Normal(title));

    /// <summary>The page of a revision.</summary>
    public WikiPage? OfRevision(int id) => Pages.FirstOrDefault(page => page.Revisions.Any(revision => revision.Id == id));

    /// <summary>Number of the namespace that a title is in.</summary>
    public static int NamespaceOf(string title) => title.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && Names.TryGetValue(title[..colon], out var number) ? number : 0;

    /// <summary>Title as the wiki writes it.</summary>
    public static string Normal(string title) => title.Replace('_', ' ').Trim() is { Length: > 0 } plain ? char.ToUpperInvariant(plain[0]) + plain[1..] : "";

    /// <summary>Saves a revision; the page is made when there is none.</summary>
    public WikiPage Save(string title, string text, string user, string comment, string language = "en", DateTimeOffset? at = null) => store.Together(() =>
    {
        var name = Normal(title);
        var known = Titled(name);
        var when = at ?? time.GetUtcNow();
        var revision = new WikiRevision(store.All<WikiPage>(PageKind).Sum(static page => page.Revisions.Count) + 1_001, text, user, comment, when);
        var page = known is null
            ? new WikiPage(store.Count<WikiPage>(PageKind) + 101, NamespaceOf(name), name, [revision]) { Language = language }
            : known with { Revisions = [.. known.Revisions, revision], IsDeleted = false };
        store.Put(PageKind, Key(page.Id), page);
        Log(known is null || known.IsDeleted ? "new" : "edit", null, page, page.Id, when);
        return page;
    });

    /// <summary>A person does something to a page.</summary>
    public WikiPage? Change(string title, WikiPageChange change) => store.Together(() =>
    {
        var page = change.Text is { } text ? Save(title, text, change.User ?? "Wiki editor", "", change.Language ?? "en") : Titled(title);
        if (page is null)
            return null;
        if (change.Approve is { } approve)
        {
            page = page with { Approved = approve ? page.Latest.Id : null };
            Log("log", "review", page, page.Id, time.GetUtcNow());
        }

        if (change.MovedTo is { } target)
        {
            var from = page.Title;
            page = page with { Title = Normal(target), Namespace = NamespaceOf(Normal(target)) };
            store.Put(PageKind, Key(page.Id), page);
            Log("log", "move", page, page.Id, time.GetUtcNow());
            Save(from, $"#REDIRECT [[{page.Title}]]", change.User ?? "Wiki editor", "", page.Language);
            return page;
        }

        if (change.IsDeleted == true)
        {
            page = page with { IsDeleted = true };
            Log("log", "delete", page, 0, time.GetUtcNow());
        }

        store.Put(PageKind, Key(page.Id), page);
        return page;
    });

    private void Log(string type, string? log, WikiPage page, int pageId, DateTimeOffset at)
    {
        var id = store.Count<WikiChange>(ChangeKind) + 1;
        store.Put(ChangeKind, Key(id), new WikiChange(id, type, log, pageId, page.Namespace, page.Title, at));
    }

    private static string Key(int id) => id.ToString("00000000", System.Globalization.CultureInfo.InvariantCulture);
}
