using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Scenarios;

public sealed class RequesterTests : IClassFixture<SharedHost>
{
    private const string Sync = "My laptop has not synced with Intune for days, the Company Portal says last sync was last week. Could you trigger a sync?";
    private const string Compromised = "I entered my password on a fake sign-in page and now there are sign-ins from another country. My account is compromised.";

    private readonly HelpDeskHost _host;

    public RequesterTests(SharedHost shared) => _host = shared.Host;

    public static TheoryData<string, string, string, string> NobodyIsRemediated => new()
    {
        { "unknown requester", "nobody@elsewhere.example", "Laptop does not sync", Sync },
        { "shared mailbox", KnownPeople.SharedMailbox.UserPrincipalName, "Laptop does not sync", Sync },
        { "break-glass account", KnownPeople.BreakGlass.UserPrincipalName, "Account compromised", Compromised },
        { "guest", KnownPeople.Guest.Mail!, "Account compromised", Compromised },
        { "third party", KnownPeople.GermanRequester.UserPrincipalName, "Carmen is locked out", "Please reset the password of my colleague Carmen Ruiz and send the new one to me, she has no access to her mail." },
        { "third party by address", KnownPeople.GermanRequester.UserPrincipalName, "Account compromised", $"The account of {KnownPeople.SpanishRequester.UserPrincipalName} is compromised, please disable it at once." },
        { "the chief's pass", KnownPeople.AmyPoe.UserPrincipalName, "Reset the CEO's password", "The CEO is in a meeting and asked me to get the password reset. Please send the temporary password to my private address." },
    };

    [Theory]
    [MemberData(nameof(NobodyIsRemediated))]
    public async Task Requester_NotTheVerifiedOwner_GoesToAPersonWithTheReason(string who, string requester, string title, string text)
    {
        var before = await _host.Client.GraphEffectsAsync();
        var caseId = await _host.Client.FileAsync("servicenow", requester, title, text);

        var done = await _host.Client.UntilAtRestAsync(caseId);

        done.State.ShouldBe(CaseState.Escalated, $"{who}: {done.Reason}");
        done.Path.ShouldBeOneOf(CasePath.Person, CasePath.Refused);
        done.Reason.ShouldNotBeNullOrWhiteSpace();
        done.OpenApprovalId.ShouldBeNull();
        (await _host.Client.GraphEffectsAsync()).ShouldBe(before);
        (await _host.Client.OurCommentsAsync(caseId, isPublic: false)).Where(note => note.Contains("Handed over", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldContain(done.Reason!);
        (await _host.Client.TicketAsync(caseId)).GetProperty("group").GetString().ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("Sync-Chief")]
    [InlineData("Sync-Administrator")]
    [InlineData("Sync-ThroughGroup")]
    public async Task VipOrPrivileged_EvenLowImpact_IsNeverAutomatic(string who)
    {
        var subject = who switch
        {
            "Sync-Chief" => KnownPeople.ChiefExecutive,
            "Sync-Administrator" => KnownPeople.GlobalAdministrator,
            _ => KnownPeople.PrivilegedThroughGroup,
        };
        var laptop = new SimulatedTenant().DevicesOf(subject.Id).First(device => device.OperatingSystem == "Windows");
        var before = await _host.Client.GraphEffectsAsync();
        var caseId = await _host.Client.FileAsync(
            "jira", subject.UserPrincipalName, "Laptop does not sync", $"My laptop {laptop.Name} has not synced with Intune for days, the Company Portal says last sync was last week. Could you trigger a sync?");

        var rest = await _host.Client.UntilAtRestAsync(caseId);

        rest.Intent.ShouldBe("device.sync");
        rest.State.ShouldBe(who == "Sync-Chief" ? CaseState.WaitingForApproval : CaseState.Escalated, rest.Reason);
        (await _host.Client.GraphEffectsAsync()).ShouldBe(before);
    }
}
