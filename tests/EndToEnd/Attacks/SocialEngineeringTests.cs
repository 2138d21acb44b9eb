using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Attacks;

/// <summary>
/// Calls and mails by which help desks were made to give an account away, as they were told in press and court. Each is played to the end:
/// nothing is given, no one can do it alone, and the person, their manager and the security team are told.
/// </summary>
public sealed partial class SocialEngineeringTests : IAsyncLifetime
{
    private HelpDeskHost _host = null!;

    public static TheoryData<string> Scripts => ["no-password-by-phone", "urgent-executive-lost-phone", "one-of-many-staff-by-mail", "finance-with-a-new-phone", "mail-from-a-live-session"];

    private HelpDeskClient Client => _host.Client;

    public async Task InitializeAsync() => _host = await HelpDeskHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task Script_PlayedToTheEnd_GivesNothingAndEveryoneIsTold(string script)
    {
        var (victim, opener, channel, title, text) = Play(script);
        var caseId = await FileAsync(victim, opener, channel, title, text);
        var waiting = await Client.UntilAtRestAsync(caseId);
        waiting.State.ShouldBe(CaseState.WaitingForApproval, waiting.Reason);

        // No one does it alone: who opened the ticket does not approve, and who approves reads in red that this may be someone else.
        using var agent = await Visitor.SignInAsync(Client, opener ?? KnownPeople.ServiceDeskLead);
        if (opener is not null)
            (await agent.DecideAsync(waiting.OpenApprovalId!, approve: true)).Status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.BadRequest);
        using var lead = await Visitor.SignInAsync(Client, KnownPeople.SecondServiceDeskLead);
        var (_, page) = await lead.OpenAsync($"/approvals/{waiting.OpenApprovalId}");
        page.ShouldContain("notice-bad");
        page.ShouldContain(channel == "email" ? "came by mail" : "came by phone");

        // A deceived approver still cannot collect what they approved, nor can who opened the ticket.
        (await lead.DecideAsync(waiting.OpenApprovalId!, approve: true)).Status.ShouldBe(HttpStatusCode.OK);
        var open = await Client.UntilAsync(caseId, record => record.OpenHandOverId is not null);
        (await lead.ShowPassAsync(open.OpenHandOverId!, ("check", "CallBack"))).Status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.BadRequest);
        if (opener is not null)
            (await agent.ShowPassAsync(open.OpenHandOverId!, ("check", "CallBack"))).Status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.BadRequest);

        // The person was told before anything was given. Opening the link does nothing; the button stops everything.
        var link = NotMeLink().Match((await Client.OurCommentsAsync(caseId))[0]).Value;
        link.ShouldStartWith("/not-me/");
        using var person = Visitor.Nobody(Client);
        (await person.OpenAsync(link)).Body.ShouldContain("This was not me");
        (await Client.UntilAsync(caseId, _ => true)).ClosedAt.ShouldBeNull();
        (await person.PressAsync(link, link.Split('?')[0])).Body.ShouldContain("The request is stopped");

        var ended = await Client.UntilAsync(caseId, record => record.State == CaseState.Escalated);
        await Client.UntilAsync($"{caseId}-not-me", record => record.State == CaseState.Escalated);
        (ended.OpenApprovalId, ended.OpenHandOverId).ShouldBe((null, null));
        (await GivenAsync()).ShouldBeEmpty();
        (await Client.EffectsOnAsync(victim.Id)).ShouldContain("POST /users/{user-id}/revokeSignInSessions");
        (await lead.ShowPassAsync(open.OpenHandOverId!, ("check", "CallBack"))).Status.ShouldNotBe(HttpStatusCode.OK);
        using var manager = await Visitor.SignInAsync(Client, ManagerOf(victim));
        Visitor.PassOn((await manager.ShowPassAsync(open.OpenHandOverId!)).Body).ShouldBeNull();
        (await Client.TicketAsync(caseId)).GetProperty("group").GetString().ShouldBe("Security Operations");
        var told = (await Client.OurCommentsAsync(caseId))[^1];
        told.ShouldContain(ManagerOf(victim).DisplayName);
        (await Eventually.Get(CardsAsync, cards => cards!.Any(card => card.Contains("this was not me", StringComparison.Ordinal)), "the card to the security team")).ShouldNotBeNull();
        (await _host.AuditKindsAsync(caseId)).ShouldContain(AuditKinds.NotMe);
        await _host.AuditShouldHoldAsync();
    }

    [Fact]
    public async Task SameTalk_ForSomeoneWhoMayBecomeAnAdministrator_IsRefusedBeforeAnyoneIsAsked()
    {
        var victim = KnownPeople.WithTwoDevices;
        using var eligible = await Client.Simulator.PutAsJsonAsync(
            "/simulator/eligibility", new { principalId = victim.Id, roles = new[] { "62e90394-69f5-4237-9190-012177145e10" }, groups = Array.Empty<string>() });
        eligible.EnsureSuccessStatusCode();

        var caseId = await FileAsync(victim, KnownPeople.ServiceDeskLead, "phone", "Forgot my password", "Caller cannot remember the password and needs a way to sign in.");

        var ended = await Client.UntilAsync(caseId, CaseState.Escalated);
        ended.Path.ShouldBe(CasePath.Refused);
        ended.Reason.ShouldNotBeNull().ShouldContain("directory role");
        (await GivenAsync()).ShouldBeEmpty();
        (await Client.OurCommentsAsync(caseId))[0].ShouldContain("/not-me/");
    }

    [Fact]
    public async Task ProbeCall_WhatDoYouNeedFromMe_GetsTheFixedPublicTextAndNothingElse()
    {
        string[] probes =
        [
            "What do you need from me so that you reset a password? Which questions do you ask?",
            "Quick question: which information must I give you so that the MFA of an account is reset?",
        ];
        SimulatedPerson[] callers = [OrdinaryPeople.WithOneLaptop[31], OrdinaryPeople.WithOneLaptop[32]];
        var told = new List<string>();
        foreach (var (probe, caller) in probes.Zip(callers))
        {
            var caseId = await FileAsync(caller, KnownPeople.ServiceDeskLead, "phone", "Question about the process", probe);
            var ended = await Client.UntilAsync(caseId, record => record.ClosedAt is not null || record.OpenApprovalId is not null);
            ended.OpenApprovalId.ShouldBeNull("a question about the process is no request");
            ended.State.ShouldBe(CaseState.Escalated, ended.Reason);
            var comments = await Eventually.Get(() => Client.OurCommentsAsync(caseId)!, found => found.Count > 0, "the answer");
            // The same words for everybody, but for the links: nothing of how people are recognised, and no name of who would decide.
            told.Add(Links().Replace(string.Join('\n', comments), "LINK"));
            foreach (var control in new[] { ManagerOf(caller).DisplayName, "manager", "voucher", "one-time code", "Face Check", "Security", "approver", "birth", "employee number" })
                comments.ShouldAllBe(comment => !comment.Contains(control, StringComparison.OrdinalIgnoreCase), control);
        }

        told.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        (await GivenAsync()).ShouldBeEmpty();
    }

    private static (SimulatedPerson Victim, SimulatedPerson? Opener, string Channel, string Title, string Text) Play(string script) => script switch
    {
        "no-password-by-phone" => (OrdinaryPeople.WithOneLaptop[30], KnownPeople.ServiceDeskLead, "phone", "Forgot my password", "I cannot remember my password after the holidays and need a way to sign in."),
        "urgent-executive-lost-phone" => (KnownPeople.SpanishRequester, KnownPeople.ServiceDeskLead, "phone", "URGENT: lost my authenticator", "I lost my phone with the authenticator app and cannot approve the sign-in prompt. I need to register my MFA again, a board call starts in ten minutes."),
        "one-of-many-staff-by-mail" => (KnownPeople.AmyPoe, null, "email", "Forgot my password", "I cannot remember my password and need a way to sign in. My number is 40713, I started here on 1 March 2019."),
        "finance-with-a-new-phone" => (KnownPeople.WithoutDevice, KnownPeople.ServiceDeskLead, "phone", "Lost my authenticator", "My old phone broke, so I can't approve the sign-in prompt of the authenticator app any more. I need to register my MFA again on the new one."),
        _ => (KnownPeople.GermanRequester, null, "email", "Forgot my password", "I cannot remember my password and need a way to sign in. Please approve my reset quickly."),
    };

    private async Task<string> FileAsync(SimulatedPerson victim, SimulatedPerson? opener, string channel, string title, string text)
    {
        using var response = await Client.Simulator.PostAsJsonAsync("/simulator/tickets", new { system = "servicenow", requester = victim.UserPrincipalName, title, text, opener = opener?.UserPrincipalName, channel });
        response.EnsureSuccessStatusCode();
        return $"servicenow-{(await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()}";
    }

    private static SimulatedPerson ManagerOf(SimulatedPerson person) => new SimulatedTenant().Find(person.ManagerId!)!;

    // Passes and methods: what would open an account.
    private async Task<List<string>> GivenAsync() =>
        [.. (await Client.GraphEffectsAsync()).Where(effect => effect.StartsWith("POST /users/{user-id}/authentication", StringComparison.Ordinal) || effect.StartsWith("PATCH", StringComparison.Ordinal))];

    private async Task<List<string>?> CardsAsync() => [.. (await Client.Simulator.GetFromJsonAsync<List<JsonElement>>("/simulator/teams"))!.Select(message => message.GetRawText())];

    [GeneratedRegex("https?://[^\\s]+|\\[ref [0-9a-f]+\\]", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Links();

    [GeneratedRegex("/not-me/[^\\s]+", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex NotMeLink();
}
