using System.Globalization;
using HelpDesk.Simulator.Store;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Knowledge;

/// <summary>The spaces and pages of simulated Confluence, and who may read them.</summary>
public sealed class ConfluenceStore(SimulatorStore store, SimulatedTenant tenant, TimeProvider time)
{
    private const string PageKind = "confluence.pages";
    private const string SpaceKind = "confluence.spaces";
    private const string SwitchKind = "confluence.switches";

    /// <summary>All spaces, deleted ones too.</summary>
    public IReadOnlyList<ConfluenceSpace> Spaces => [.. store.All<ConfluenceSpace>(SpaceKind).OrderBy(static space => space.Id, StringComparer.Ordinal)];

    /// <summary>Pages of spaces that are there, by id.</summary>
    public IReadOnlyList<ConfluencePage> Pages => [.. store.All<ConfluencePage>(PageKind).Where(page => Space(page.SpaceId) is { IsDeleted: false }).OrderBy(static page => page.Id, StringComparer.Ordinal)];

    /// <summary>What is otherwise than usual.</summary>
    public ConfluenceSwitches Switches
    {
        get => store.Get<ConfluenceSwitches>(SwitchKind, "all") ?? new ConfluenceSwitches();
        set => store.Put(SwitchKind, "all", value);
    }

    /// <summary>The time.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>A space by id or key.</summary>
    public ConfluenceSpace? Space(string idOrKey) => store.All<ConfluenceSpace>(SpaceKind).FirstOrDefault(space => space.Id == idOrKey || string.Equals(space.Key, idOrKey, StringComparison.OrdinalIgnoreCase));

    /// <summary>Keeps a space.</summary>
    public void Put(ConfluenceSpace space) => store.Put(SpaceKind, space.Id, space);

    /// <summary>A page of a space that is there.</summary>
    public ConfluencePage? Page(string id) => store.Get<ConfluencePage>(PageKind, id) is { } page && Space(page.SpaceId) is { IsDeleted: false } ? page : null;

    /// <summary>The published page of that title.</summary>
    public ConfluencePage? Titled(string spaceId, string title) =>
        Pages.FirstOrDefault(page => page.SpaceId == spaceId && page.Status is "current" or "draft" && page.SpaceId == spaceId && string.Equals(page.Title, title, StringComparison.OrdinalIgnoreCase) && title.Length > 0);

    /// <summary>Adds a page; null when its title is taken.</summary>
    public ConfluencePage? Add(string spaceId, string title, string status, string body, string? parentId) => store.Together(() =>
    {
        if (Titled(spaceId, title) is not null)
            return null;
        var page = new ConfluencePage((131_300 + store.Count<ConfluencePage>(PageKind)).ToString(CultureInfo.InvariantCulture), spaceId, title, status, body, 1, time.GetUtcNow()) { ParentId = parentId };
        store.Put(PageKind, page.Id, page);
        return page;
    });

    /// <summary>Keeps a page as it is given.</summary>
    public void Put(ConfluencePage page) => store.Put(PageKind, page.Id, page);

    /// <summary>Changes a page while nobody else does.</summary>
    public ConfluencePage? Update(string id, Func<ConfluencePage, ConfluencePage> change) => store.Update(PageKind, id, change);

    /// <summary>A person changes a page, or makes it: another title or text is another version.</summary>
    public ConfluencePage Change(string id, ConfluenceChange change) => store.Together(() =>
    {
        var before = store.Get<ConfluencePage>(PageKind, id) ?? new ConfluencePage(id, change.SpaceId ?? Spaces[0].Id, "", "current", "", 0, time.GetUtcNow());
        var after = before with
        {
            SpaceId = change.SpaceId ?? before.SpaceId,
            Title = change.Title ?? before.Title,
            Body = change.Body ?? before.Body,
            Status = change.Status ?? before.Status,
            ParentId = change.ParentId ?? before.ParentId,
            Labels = change.Labels ?? before.Labels,
            Readers = change.Readers ?? before.Readers,
        };
        if (after.Title != before.Title || after.Body != before.Body || after.Status != before.Status || before.Version == 0)
            after = after with { Version = before.Version + 1, ModifiedAt = time.GetUtcNow() };
        store.Put(PageKind, id, after);
        return after;
    });

    /// <summary>Removes a page for good.</summary>
    public bool Remove(string id) => store.Remove<ConfluencePage>(PageKind, id);

    /// <summary>Whether an account may read a page: site, space, its restrictions and those above it.</summary>
    public bool MayRead(ConfluencePage page, string accountId)
    {
        if (tenant.People.FirstOrDefault(person => person.JiraAccountId == accountId) is not { AccountEnabled: true, Mail: { } mail } || !IsIn(Space(page.SpaceId)!.Readers, mail))
            return false;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (ConfluencePage? at = page; at is not null && seen.Add(at.Id); at = at.ParentId is null ? null : Page(at.ParentId))
        {
            if (!IsIn(at.Readers, mail))
                return false;
        }

        return true;

        static bool IsIn(IReadOnlyList<string> readers, string mail) => readers.Count == 0 || readers.Contains(mail, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>People whose mail address or name begins so.</summary>
    public IEnumerable<SimulatedPerson> Search(string text) => tenant.People.Where(person => person.Mail?.StartsWith(text, StringComparison.OrdinalIgnoreCase) == true || person.DisplayName.StartsWith(text, StringComparison.OrdinalIgnoreCase)).Take(50);
}
