using System.Net;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.EndToEnd.Tests.Proofs;

[Collection(SharedHostCollection.Name)]
public sealed class VoucherTests(SharedHost shared)
{
    private HelpDeskClient Client => shared.Host.Client;

    [Fact]
    public async Task ForgottenPassword_ManagerApprovesAndVouches_PersonCollectsTheirOwnPassAndNoTechnicianTakesPart()
    {
        var person = OrdinaryPeople.WithOneLaptop[40];
        var chief = Vouching.ManagerOf(person);
        var before = await PassesMadeAsync();
        var (caseId, approvalId) = await Vouching.FileAsync(Client, person);
        var link = await Vouching.LinkAsync(Client, caseId);
        using var nobody = Visitor.Nobody(Client);
        (await nobody.OpenAsync(link)).Body.ShouldNotContain("name=\"code\"");

        // The manager finds it without being told the address, approves, and is led on to vouch.
        using var manager = await Visitor.SignInAsync(Client, chief);
        (await manager.OpenAsync("/approvals")).Body.ShouldContain(approvalId);
        (await manager.DecideAsync(approvalId, approve: true)).Status.ShouldBe(HttpStatusCode.OK);
        var handOverId = (await Client.UntilAsync(caseId, CaseState.WaitingForHandOver)).OpenHandOverId!;
        using (var led = await manager.GetAsync($"/hand-overs/{handOverId}"))
            led.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe($"/vouch/{handOverId}");
        (await manager.PressAsync($"/vouch/{handOverId}", $"/vouch/{handOverId}")).Status.ShouldBe(HttpStatusCode.BadRequest);
        var code = await Vouching.VouchAsync(manager, handOverId);

        // The link alone shows nothing, in no browser; the code works for nobody else and not where it was shown.
        Visitor.PassOn((await Vouching.ShowAsync(nobody, link)).Body).ShouldBeNull();
        (await Vouching.EnterAsync(manager, link, code)).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var stranger = await Visitor.SignInAsync(Client, KnownPeople.AmyPoe);
        (await Vouching.EnterAsync(stranger, link, code)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Vouching.EnterAsync(nobody, link, "0000-0000-00000")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await PassesMadeAsync()).ShouldBe(before);

        using var self = Visitor.Nobody(Client);
        var entered = await Vouching.EnterAsync(self, link, code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal));
        entered.Status.ShouldBe(HttpStatusCode.OK, entered.Body);
        (await Vouching.EnterAsync(nobody, link, code)).Status.ShouldBe(HttpStatusCode.BadRequest);
        Visitor.PassOn((await Vouching.ShowAsync(nobody, link)).Body).ShouldBeNull();
        (await PassesMadeAsync()).ShouldBe(before);
        var shown = await Vouching.ShowAsync(self, link);
        var pass = Visitor.PassOn(shown.Body).ShouldNotBeNull(shown.Body);
        Visitor.PassOn((await Vouching.ShowAsync(self, link)).Body).ShouldBeNull();

        var done = await Client.UntilAsync(caseId, record => record.ClosedAt is not null);
        done.State.ShouldBe(CaseState.Resolved, done.Reason);
        done.Verified.ShouldBeTrue();
        (await PassesMadeAsync()).ShouldBe(before + 1);
        var ticket = (await Client.TicketAsync(caseId)).GetRawText();
        ticket.ShouldNotContain(pass);
        ticket.ShouldNotContain(code);
        var people = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await foreach (var entry in shared.Host.Services.GetRequiredService<IAuditLog>().ReadAsync(new CaseId(caseId), default))
        {
            entry.Event.Facts.Values.ShouldNotContain(value => value.Contains(code, StringComparison.OrdinalIgnoreCase) || value.Contains(pass, StringComparison.Ordinal));
            if (entry.Event.Actor.StartsWith("person:", StringComparison.Ordinal))
                people.Add(entry.Event.Actor["person:".Length..]);
        }

        people.ShouldBe([chief.Id, person.Id], ignoreOrder: true);
        (await shared.Host.AuditKindsAsync(caseId)).ShouldContain(AuditKinds.IdentityProved);
        await shared.Host.AuditShouldHoldAsync();
    }

    private async Task<int> PassesMadeAsync() =>
        (await Client.GraphEffectsAsync()).Count(effect => effect.StartsWith("POST /users/{user-id}/authentication/temporaryAccessPassMethods", StringComparison.Ordinal));
}
