using System.Collections.Concurrent;
using System.Net;
using HelpDesk.EndToEnd.Tests.Harness;

namespace HelpDesk.EndToEnd.Tests.Pages;

/// <summary>
/// Opens everything that one role can find: the first page, its menu, and every link of every page that shows. What a page links to,
/// whoever sees the link may open.
/// </summary>
internal sealed class SiteCrawl(string role, Visitor visitor, bool isSignedIn)
{
    // Far above what the demo leaves; reached only when links go on for ever.
    private const int MostPages = 2_000;

    // Enough to keep a small machine busy without making it wait for itself.
    private const int AtOnce = 4;

    private readonly ConcurrentDictionary<string, OpenedPage> _opened = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _faults = new();

    /// <summary>Everything that was opened, by the address that was asked for.</summary>
    public IReadOnlyDictionary<string, OpenedPage> Opened => _opened;

    /// <summary>Everything that was wrong, one line each.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    /// <summary>Follows all links from the first page and from addresses that people were sent.</summary>
    public Task FollowAsync(IEnumerable<string> sent) => OpenAllAsync(sent.Prepend("/").Select(address => (address, "the start")), isLinked: true);

    /// <summary>Opens addresses that nothing may have linked to: they may be refused, in a proper page.</summary>
    public Task TryAsync(IEnumerable<string> addresses) => OpenAllAsync(addresses.Select(address => (address, "the routes")), isLinked: false);

    private async Task OpenAllAsync(IEnumerable<(string Address, string From)> start, bool isLinked)
    {
        var next = start.ToList();
        while (next.Count > 0)
        {
            var found = new ConcurrentQueue<(string Address, string From)>();
            await Parallel.ForEachAsync(next.DistinctBy(one => one.Address), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (one, _) =>
            {
                // What was refused before is opened once more where a link leads to it.
                if (_opened.TryGetValue(one.Address, out var known) && (!isLinked || known.Status == HttpStatusCode.OK))
                    return;
                var page = await OpenAsync(one.Address, one.From, isLinked);
                if (page.Status == HttpStatusCode.OK)
                {
                    foreach (var link in page.Links())
                        found.Enqueue((link, one.Address));
                }
            });
            _opened.Count.ShouldBeLessThan(MostPages, $"{role}: links go on for ever, last {next[0].Address}");
            (next, isLinked) = ([.. found.Where(one => !_opened.ContainsKey(one.Address))], true);
        }
    }

    private async Task<OpenedPage> OpenAsync(string address, string from, bool isLinked)
    {
        using var answer = await visitor.GetAsync(address);
        var page = _opened[address] = await OpenedPage.OfAsync(answer);
        var faults = page.Faults().ToList();
        if (isLinked && (int)page.Status is >= 300 and < 500)
            faults.Add($"is linked and answers {(int)page.Status}");
        if (isSignedIn && page.Address.StartsWith("/sign-in?return=", StringComparison.Ordinal) && page.Address != address)
            faults.Add("asks to sign in again");
        foreach (var fault in faults)
            _faults.Enqueue($"{role}: {address} (from {from}) {fault}");
        return page;
    }
}
