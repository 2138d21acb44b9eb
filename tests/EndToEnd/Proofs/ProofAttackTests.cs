using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Proofs;

/// <summary>Ways in which accounts were talked out of service desks, tried on the page where people prove who they are. Each ends at a named control and nothing is shown.</summary>
public sealed class ProofAttackTests : IAsyncLifetime
{
    private HelpDeskHost _host = null!;

    private HelpDeskClient Client => _host.Client;

    public async Task InitializeAsync() => _host = await HelpDeskHost.StartAsync($"Graph:NoticeMailbox={KnownPeople.ServiceDeskLead.UserPrincipalName}");

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task WhatAnAttackerKnowsOrIsTold_OpensNothing_AndThePersonStopsIt()
    {
        var person = OrdinaryPeople.WithOneLaptop[50];
        using var manager = await Visitor.SignInAsync(Client, Vouching.ManagerOf(person));
        var (caseId, handOverId) = await Vouching.ApprovedAsync(Client, person, manager, letters: 2);
        var link = await Vouching.LinkAsync(Client, caseId);
        using var caller = Visitor.Nobody(Client);

        // Known facts are no proof: there is no field for them, and they are no code.
        foreach (var fact in new[] { "40713", "1 March 2019", "123-45-6789", person.UserPrincipalName })
            (await Vouching.EnterAsync(caller, link, fact)).Status.ShouldBe(HttpStatusCode.BadRequest);
        // The caller talked the person out of the code, and does not have their page.
        var code = await Vouching.VouchAsync(manager, handOverId);
        (await caller.PressAsync(link, $"/proof/{caseId}", ("t", "0123456789abcdef0123456789abcdef"), ("act", "code"), ("code", code))).Status.ShouldBe(HttpStatusCode.NotFound);
        // The person's own live session says yes to nothing.
        using var session = await Visitor.SignInAsync(Client, person);
        (await session.PressAsync($"/proof/{caseId}", $"/proof/{caseId}", ("act", "signed-in"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        Visitor.PassOn((await Vouching.ShowAsync(session, $"/proof/{caseId}")).Body).ShouldBeNull();
        (await session.DecideAsync((await Client.UntilAsync(caseId, _ => true)).OpenApprovalId ?? "none", approve: true)).Status.ShouldNotBe(HttpStatusCode.OK);
        // Guessing ends after five, and then the right code is void too.
        for (var tries = 0; tries < 5; tries++)
            (await Vouching.EnterAsync(caller, link, $"AAAA-BBBB-{tries:D5}")).Status.ShouldBe(tries < 4 ? HttpStatusCode.BadRequest : HttpStatusCode.TooManyRequests);
        (await Vouching.EnterAsync(caller, link, code)).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await GivenAsync(person)).ShouldBeEmpty();
        (await _host.AuditKindsAsync(caseId)).Count(kind => kind == AuditKinds.IdentityProofRefused).ShouldBe(5);
        // Security has a case and a card, once; the request waits for a new code.
        var alarm = await Client.UntilAsync($"{caseId}-wrong-codes", record => record.State == CaseState.Escalated);
        (alarm.SecurityOf?.Value, alarm.RequesterId?.Value).ShouldBe((caseId, person.Id));
        alarm.Reason.ShouldNotBeNull().ShouldContain("wrong one-time codes");
        (await _host.AuditKindsAsync(caseId)).Count(kind => kind == AuditKinds.CodesGuessed).ShouldBe(1);
        (await Eventually.Get(async () => await Client.Simulator.GetFromJsonAsync<List<JsonElement>>("/simulator/teams"), cards => cards!.Any(card => card.GetRawText().Contains("Wrong one-time codes for", StringComparison.Ordinal)), "the card to the security team"))!
            .Count(card => card.GetRawText().Contains("Wrong one-time codes for", StringComparison.Ordinal)).ShouldBe(1);
        (await Client.UntilAsync(caseId, _ => true)).State.ShouldBe(CaseState.WaitingForHandOver);

        // The person was told with a way to stop it, uses it, and the next code is worth nothing.
        // A letter that this overtakes would not be sent any more.
        await Vouching.LettersAsync(Client, 4);
        using var self = Visitor.Nobody(Client);
        var second = await Vouching.VouchAsync(manager, handOverId);
        var notMe = (await self.OpenAsync(link)).Body.Split("href=\"/not-me/")[1].Split('"')[0];
        (await self.PressAsync($"/not-me/{WebUtility.HtmlDecode(notMe)}", $"/not-me/{caseId}")).Body.ShouldContain("The request is stopped");
        await Client.UntilAsync($"{caseId}-not-me", record => record.State == CaseState.Escalated);
        (await Vouching.EnterAsync(caller, link, second)).Status.ShouldBe(HttpStatusCode.BadRequest);
        Visitor.PassOn((await Vouching.ShowAsync(caller, link)).Body).ShouldBeNull();
        (await Client.TicketAsync(caseId)).GetProperty("group").GetString().ShouldBe("Security Operations");
        (await GivenAsync(person)).ShouldBeEmpty();
        await _host.AuditShouldHoldAsync();

        // Outside the ticket too: at the request and at the approval, the person and the manager, each with the way to stop it. Nothing was collected.
        var letters = await Vouching.LettersAsync(Client, 4);
        foreach (var to in new[] { person.Mail!, Vouching.ManagerOf(person).Mail! })
            letters.Where(letter => letter.GetProperty("to")[0].GetString() == to).ShouldAllBe(letter => letter.GetProperty("body").GetString()!.Contains($"/not-me/{caseId}", StringComparison.Ordinal));
        letters.Select(letter => letter.GetProperty("to")[0].GetString()).Distinct().ShouldBe([person.Mail, Vouching.ManagerOf(person).Mail], ignoreOrder: true);
        letters.ShouldAllBe(letter => !letter.GetRawText().Contains(code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task OneCallerForSeveralPeople_IsStoppedAtTheThird_AndTheSecurityTeamHasIt()
    {
        // Not of the service desk: a colleague, or whoever has their account.
        var opener = KnownPeople.AmyPoe;
        foreach (var victim in OrdinaryPeople.WithOneLaptop.Skip(51).Take(2))
            (await Client.UntilAtRestAsync(await FileAsync(victim, opener))).State.ShouldBe(CaseState.WaitingForApproval);

        var third = await FileAsync(OrdinaryPeople.WithOneLaptop[53], opener);

        var stopped = await Client.UntilAsync(third, CaseState.Escalated);
        stopped.Path.ShouldBe(CasePath.Refused);
        stopped.Reason.ShouldNotBeNull().ShouldContain("looks like an attack");
        (await Client.TicketAsync(third)).GetProperty("group").GetString().ShouldBe("Security Operations");
        (await Client.OurCommentsAsync(third))[0].ShouldContain("/not-me/");
    }

    [Fact]
    public async Task LostFactor_OnlyTheOneThatWasNamedIsDeleted()
    {
        var person = OrdinaryPeople.WithOneLaptop[54];
        using var manager = await Visitor.SignInAsync(Client, Vouching.ManagerOf(person));
        var caseId = await Client.FileAsync("servicenow", person.UserPrincipalName, "Lost my authenticator", "I lost my phone with the authenticator app and cannot approve the sign-in prompt. I need to register my MFA again.");
        var waiting = await Client.UntilAsync(caseId, CaseState.WaitingForApproval);
        await Vouching.LettersAsync(Client, 2);
        (await manager.DecideAsync(waiting.OpenApprovalId!, approve: true)).Status.ShouldBe(HttpStatusCode.OK);
        var open = await Client.UntilAsync(caseId, CaseState.WaitingForHandOver);
        var code = await Vouching.VouchAsync(manager, open.OpenHandOverId!);
        using var self = Visitor.Nobody(Client);
        var link = await Vouching.LinkAsync(Client, caseId);
        await Vouching.LettersAsync(Client, 4);
        (await Vouching.EnterAsync(self, link, code)).Status.ShouldBe(HttpStatusCode.OK);
        Visitor.PassOn((await Vouching.ShowAsync(self, link)).Body).ShouldNotBeNull();

        (await Client.UntilAsync(caseId, record => record.ClosedAt is not null)).State.ShouldBe(CaseState.Resolved);
        (await Client.EffectsOnAsync(person.Id)).Where(effect => effect.StartsWith("DELETE", StringComparison.Ordinal)).ShouldAllBe(effect => effect.Contains("microsoftAuthenticatorMethods", StringComparison.Ordinal));
        // At the request, at the approval and at the collection, to the person and the manager.
        var letters = await Vouching.LettersAsync(Client, 6);
        letters.ShouldAllBe(letter => letter.GetProperty("body").GetString()!.Contains($"/not-me/{caseId}", StringComparison.Ordinal) && !letter.GetRawText().Contains(code, StringComparison.Ordinal));
        letters.GroupBy(letter => letter.GetProperty("to")[0].GetString(), StringComparer.Ordinal).Select(mail => mail.Select(letter => letter.GetProperty("body").GetString()).Distinct().Count()).ShouldBe([3, 3]);
    }

    private async Task<string> FileAsync(SimulatedPerson victim, SimulatedPerson opener)
    {
        using var response = await Client.Simulator.PostAsJsonAsync(
            "/simulator/tickets",
            new { system = "servicenow", requester = victim.UserPrincipalName, title = "Forgot my password", text = "I cannot remember my password after the holidays and need a way to sign in.", opener = opener.UserPrincipalName, channel = "self-service" });
        response.EnsureSuccessStatusCode();
        return $"servicenow-{(await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()}";
    }

    private async Task<List<string>> GivenAsync(SimulatedPerson person) =>
        [.. (await Client.EffectsOnAsync(person.Id)).Where(effect => effect.Contains("/authentication", StringComparison.Ordinal))];
}
