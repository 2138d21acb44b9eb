using System.Net;
using System.Net.Http.Json;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Proofs;

/// <summary>A sign-in with a method that the person still has proves who they are only where Entra's policy really demands it, and only with a method that is not new.</summary>
public sealed class StrongSignInTests : IAsyncLifetime
{
    private static readonly SimulatedPerson Person = OrdinaryPeople.WithOneLaptop[42];

    private HelpDeskHost _host = null!;

    private HelpDeskClient Client => _host.Client;

    public async Task InitializeAsync() => _host = await HelpDeskHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task SignIn_ProvesOnlyWhatTheTenantsPolicyDemands_ThenThePersonCollectsTheirPass()
    {
        using var manager = await Visitor.SignInAsync(Client, Vouching.ManagerOf(Person));
        var (caseId, _) = await Vouching.ApprovedAsync(Client, Person, manager);
        var link = $"/proof/{caseId}";

        // A session that somebody else may hold is none, nor is the proof of another person.
        using var session = await Visitor.SignInAsync(Client, Person);
        (await ConfirmAsync(session, link)).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var stranger = await ProveAsync(KnownPeople.AmyPoe);
        (await stranger.OpenAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);

        using var self = await ProveAsync(Person);
        (object Policy, string Why)[] weak =
        [
            (new { isThere = false }, "No enabled policy"),
            (new { state = "disabled" }, "No enabled policy"),
            (new { state = "enabledForReportingButNotEnforced" }, "No enabled policy"),
            (new { context = "c2" }, "No enabled policy"),
            (new { includeUsers = Array.Empty<string>() }, "does not include all users"),
            (new { excludeUsers = new[] { Person.Id } }, "excludes the person"),
            (new { allowedCombinations = new[] { "fido2", "temporaryAccessPassOneTime" } }, "not phishing-resistant"),
            (new { allowedCombinations = new[] { "password,sms" } }, "not phishing-resistant"),
            (new { allowedCombinations = new[] { "federatedMultiFactor" } }, "not phishing-resistant"),
            (new { isEveryTime = false }, "every time"),
        ];
        foreach (var (policy, why) in weak)
        {
            await PutAsync("/simulator/context-policy", policy);
            var refused = await ConfirmAsync(self, link);
            refused.Status.ShouldBe(HttpStatusCode.Forbidden, why);
            WebUtility.HtmlDecode(refused.Body).ShouldContain(why);
            Visitor.PassOn((await Vouching.ShowAsync(self, link)).Body).ShouldBeNull(why);
        }

        await PutAsync("/simulator/context-policy", new { });
        (await ConfirmAsync(self, link)).Status.ShouldBe(HttpStatusCode.OK);
        Visitor.PassOn((await Vouching.ShowAsync(session, link)).Body).ShouldBeNull("it was proved in another browser");
        var shown = await Vouching.ShowAsync(self, link);
        Visitor.PassOn(shown.Body).ShouldNotBeNull(shown.Body);
        (await Client.UntilAsync(caseId, record => record.ClosedAt is not null)).State.ShouldBe(CaseState.Resolved);
    }

    [Fact]
    public async Task SignIn_WhereAMethodWasRegisteredLately_ProvesNothing()
    {
        var person = OrdinaryPeople.WithOneLaptop[43];
        using var manager = await Visitor.SignInAsync(Client, Vouching.ManagerOf(person));
        var (caseId, _) = await Vouching.ApprovedAsync(Client, person, manager);
        using var added = await Client.Simulator.PostAsync(new Uri($"/simulator/users/{person.Id}/security-keys", UriKind.Relative), null);
        added.EnsureSuccessStatusCode();

        using var self = await ProveAsync(person);
        var refused = await ConfirmAsync(self, $"/proof/{caseId}");

        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        refused.Body.ShouldContain("registered in the last 7 days");
        Visitor.PassOn((await Vouching.ShowAsync(self, $"/proof/{caseId}")).Body).ShouldBeNull();
    }

    [Theory]
    [InlineData(true, 2, true)]
    [InlineData(true, 25, false)]
    [InlineData(false, 2, false)]
    public async Task SelfServiceReset_IsPointedTo_OnlyWhereThePersonCanUseIt(bool canReset, int hoursOld, bool isOffered)
    {
        var person = OrdinaryPeople.WithOneLaptop[44 + hoursOld + (canReset ? 1 : 0)];
        await PutAsync($"/simulator/registration/{person.Id}", new { canReset, hoursOld });

        var (caseId, _) = await Vouching.FileAsync(Client, person);
        await Vouching.LinkAsync(Client, caseId);

        string.Join('\n', await Client.OurCommentsAsync(caseId)).Contains("aka.ms/sspr", StringComparison.Ordinal).ShouldBe(isOffered);
    }

    private static Task<(HttpStatusCode Status, string Body)> ConfirmAsync(Visitor visitor, string link) => visitor.PressAsync(link, link, ("act", "signed-in"));

    // Signs in with a method that the person still has, as the link on their page asks for it.
    private async Task<Visitor> ProveAsync(SimulatedPerson person)
    {
        var visitor = Visitor.Nobody(Client);
        var (status, body) = await visitor.PressAsync($"/sign-in?go=1&step=proof&q={Uri.EscapeDataString(person.UserPrincipalName)}", "/sign-in", ("person", person.Id));
        status.ShouldBe(HttpStatusCode.OK, body);
        return visitor;
    }

    private async Task PutAsync(string path, object body)
    {
        using var answer = await Client.Simulator.PutAsJsonAsync(path, body);
        answer.EnsureSuccessStatusCode();
    }
}
