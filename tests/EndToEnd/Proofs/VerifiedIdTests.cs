using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Proofs;

/// <summary>A Verified ID proves a person only when the report carries the key and state of their own page and everything in it is theirs.</summary>
public sealed partial class VerifiedIdTests : IAsyncLifetime
{
    private HelpDeskHost _host = null!;

    private HelpDeskClient Client => _host.Client;

    public async Task InitializeAsync() => _host = await HelpDeskHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Presentation_OfTheRightPersonOnTheirOwnPage_ProvesThem_AndNothingElseDoes()
    {
        var person = OrdinaryPeople.WithOneLaptop[60];
        using var manager = await Visitor.SignInAsync(Client, Vouching.ManagerOf(person));
        var (caseId, _) = await Vouching.ApprovedAsync(Client, person, manager);
        var link = await Vouching.LinkAsync(Client, caseId);
        using var self = Visitor.Nobody(Client);

        object[] weak =
        [
            new { score = 79.9 }, new { score = (double?)null }, new { userPrincipalName = KnownPeople.AmyPoe.UserPrincipalName }, new { issuedDaysAgo = 2 }, new { issuedDaysAgo = 4_000 }, new { issuer = "did:web:evil.example" },
            new { type = "VerifiedCustomer" }, new { domain = "https://evil.example/" }, new { isRevoked = true }, new { error = "Match confidence score failing to meet the threshold." },
        ];
        foreach (var presentation in weak)
        {
            (await PresentAsync(await AskAsync(self, link), presentation)).ShouldBe([200, 200]);
            Visitor.PassOn((await Vouching.ShowAsync(self, link)).Body).ShouldBeNull(presentation.ToString());
        }

        var request = await AskAsync(self, link);
        (await PresentAsync(request, new { apiKey = "guessed" })).ShouldBe([401, 401]);
        (await PresentAsync(request, new { state = "guessed" })).ShouldBe([401, 401]);
        Visitor.PassOn((await Vouching.ShowAsync(self, link)).Body).ShouldBeNull();
        (await PresentAsync(request, new { })).ShouldBe([200, 200]);
        (await PresentAsync(request, new { })).ShouldBe([200, 200], "a report that comes twice proves nothing more");
        // Relayed: proved on the page that asked, and on no other.
        using var other = Visitor.Nobody(Client);
        Visitor.PassOn((await Vouching.ShowAsync(other, link)).Body).ShouldBeNull();
        var shown = await Vouching.ShowAsync(self, link);
        Visitor.PassOn(shown.Body).ShouldNotBeNull(shown.Body);
        (await Client.UntilAsync(caseId, record => record.ClosedAt is not null)).State.ShouldBe(CaseState.Resolved);
    }

    private static async Task<string> AskAsync(Visitor self, string link)
    {
        var (status, body) = await self.PressAsync(link, link.Split('?')[0], ("act", "verified-id"));
        status.ShouldBe(HttpStatusCode.OK, body);
        return WalletLink().Match(WebUtility.HtmlDecode(body)) is { Success: true } found ? found.Groups["id"].Value : throw new InvalidOperationException(body);
    }

    private async Task<List<int>> PresentAsync(string request, object presentation)
    {
        using var answer = await Client.Simulator.PostAsJsonAsync($"/simulator/verified-id/{request}", presentation);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<List<int>>())!;
    }

    [GeneratedRegex("/verifiedid/wallet/(?<id>[0-9a-f-]{36})", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex WalletLink();
}
