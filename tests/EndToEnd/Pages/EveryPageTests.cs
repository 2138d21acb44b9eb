using System.Net;
using System.Text.RegularExpressions;
using HelpDesk.EndToEnd.Tests.Bulk;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Simulator.Tenant;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HelpDesk.EndToEnd.Tests.Pages;

/// <summary>
/// Every page of every menu, for every role, empty and after the demo. Pages are found by the menu, by links and in the route table, so a
/// new page is opened without a change here.
/// </summary>
public sealed partial class EveryPageTests
{
    // Only an identity provider sends people there, and the simulated sign-in has none; the other only leads to the page that took its place.
    // The last two are reached by a signed link alone, which no page shows: RemoteSessionTests and ChatTests open them.
    private static readonly string[] NeverShown = ["/sign-in/callback", "/track/{id}", "/remote/{id}", "/my/chats"];

    [Theory]
    [InlineData("stock")]
    [InlineData("beta", "Graph:UseBetaEndpoints=true")]
    public async Task Pages_OfEveryRole_EmptyAndAfterTheDemo_AllOpen(string name, params string[] settings)
    {
        using var log = new KeptWarnings();
        await using var host = await HelpDeskHost.StartAsync(services => services.AddSingleton<ILoggerProvider>(log), settings);
        var roles = await SimulatedRoles.SignInAsync(host.Client);
        var routes = Routes(host);

        var faults = (await OpenAsync(roles, routes, [])).SelectMany(crawl => crawl.Faults.Select(fault => $"{name}, empty: {fault}")).ToList();

        var (exitCode, output) = await host.CommandAsync("demo", "--no-wait");
        exitCode.ShouldBe(0, output);
        // Some of them were signed out everywhere by what the demo contained.
        foreach (var (_, visitor, _) in roles)
            visitor.Dispose();
        roles = await SimulatedRoles.SignInAsync(host.Client);
        await StartBulkRunsAsync(host.Client);
        await CollectedPass.OpenAsync(host.Client);
        var crawls = await OpenAsync(roles, routes, await SentAsync(host.Client));
        await TryIdsAsync(routes, crawls);
        faults.AddRange(crawls.SelectMany(crawl => crawl.Faults.Select(fault => $"{name}, after the demo: {fault}")));
        faults.AddRange(NotShown(routes, crawls).Select(pattern => $"{name}: {pattern} was shown to nobody"));
        // Nothing went wrong, so nothing is for an operator: neither on the pages nor in the forty tickets.
        faults.AddRange(log.Lines.Select(line => $"{name}, log: {line}"));
        foreach (var (_, visitor, _) in roles)
            visitor.Dispose();

        faults.ShouldBeEmpty();
        crawls.Max(crawl => crawl.Opened.Count).ShouldBeGreaterThan(120, "the forty cases with their audit chains, and all the rest");
    }

    private static async Task<List<SiteCrawl>> OpenAsync(IReadOnlyList<(string Role, Visitor Visitor, bool IsSignedIn)> roles, IReadOnlyList<string> routes, IReadOnlyList<string> sent)
    {
        var crawls = new List<SiteCrawl>();
        foreach (var (role, visitor, isSignedIn) in roles)
        {
            var crawl = new SiteCrawl(role, visitor, isSignedIn);
            await crawl.FollowAsync([]);
            await crawl.TryAsync([.. routes.Select(pattern => Parameter().Replace(pattern, "none")), .. sent]);
            crawls.Add(crawl);
        }

        // What some see and others do not is refused to those in a proper page.
        var seen = crawls.SelectMany(crawl => crawl.Opened.Keys).Select(address => address.Split('?')[0]).ToHashSet(StringComparer.Ordinal);
        foreach (var crawl in crawls)
            await crawl.TryAsync(seen);
        return crawls;
    }

    // Pages that no link leads to, such as that of an accepted webhook: with the ids of the other pages, as who sees most and as nobody.
    private static async Task TryIdsAsync(IReadOnlyList<string> routes, List<SiteCrawl> crawls)
    {
        var ids = crawls.SelectMany(crawl => crawl.Opened.Keys).Select(address => address.Split('?')[0].Split('/')[^1]).Where(id => id.Length > 0).ToHashSet(StringComparer.Ordinal);
        var addresses = NotShown(routes, crawls).SelectMany(pattern => ids.Select(id => Parameter().Replace(pattern, id))).ToList();
        foreach (var crawl in new[] { crawls.MaxBy(crawl => crawl.Opened.Values.Count(IsShown))!, crawls[^1] })
            await crawl.TryAsync(addresses);
    }

    // Who is not signed in is led to the sign-in from everywhere.
    private static bool IsShown(OpenedPage page) => page.Status == HttpStatusCode.OK && !page.Address.StartsWith("/sign-in", StringComparison.Ordinal);

    private static List<string> Routes(HelpDeskHost host) =>
    [
        .. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true)
            .Select(endpoint => endpoint.RoutePattern.RawText!).Distinct(StringComparer.Ordinal),
    ];

    private static List<string> NotShown(IReadOnlyList<string> routes, List<SiteCrawl> crawls)
    {
        var shown = crawls.SelectMany(crawl => crawl.Opened.Values).Where(page => page.Status == HttpStatusCode.OK).Select(page => new PathString(page.Address.Split('?')[0])).Distinct().ToList();
        return
        [
            .. routes.Except(NeverShown, StringComparer.Ordinal)
                .Where(pattern => new TemplateMatcher(TemplateParser.Parse(pattern), []) is var matcher && !shown.Exists(path => matcher.TryMatch(path, []))),
        ];
    }

    // Links in tickets and in the channel of the approvers.
    private static async Task<List<string>> SentAsync(HelpDeskClient client)
    {
        var text = await client.Simulator.GetStringAsync("/simulator/tickets") + await client.Simulator.GetStringAsync("/simulator/teams");
        var product = client.Product.BaseAddress!.GetLeftPart(UriPartial.Authority);
        return [.. Address().Matches(text).Select(found => Regex.Unescape(found.Value)).Where(address => address.StartsWith($"{product}/", StringComparison.Ordinal)).Select(address => address[product.Length..]).Distinct(StringComparer.Ordinal)];
    }

    // One of each runbook for lists; each waits for its operator, or ended because nothing of it may be done here.
    private static async Task StartBulkRunsAsync(HelpDeskClient client)
    {
        using var starter = await Visitor.SignInAsync(client, KnownPeople.ItManager);
        var list = string.Join('\n', Runs.OwnersOfOneComputer(3).Select(person => person.Mail).Append("nobody@contoso.example"));
        var (_, page) = await starter.OpenAsync(Runs.Page);
        var runbooks = Option().Matches(RunbookField().Match(page).Value).Select(option => option.Groups["id"].Value).ToList();
        runbooks.ShouldNotBeEmpty();
        foreach (var runbook in runbooks)
            await Runs.UntilAsync(client, await Runs.StartAsync(client, starter, list, runbook), run => run.Phase is BulkPhase.Review or BulkPhase.Ended);
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 60_000)]
    private static partial Regex Parameter();

    [GeneratedRegex("""https?://[^\s"<>)\]\\]+""", RegexOptions.None, 60_000)]
    private static partial Regex Address();

    [GeneratedRegex("""<select[^>]*name="runbook"[^>]*>.*?</select>""", RegexOptions.Singleline, 60_000)]
    private static partial Regex RunbookField();

    [GeneratedRegex("""<option[^>]*value="(?<id>[^"]+)["]""", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Option();
}
