using System.Net;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.EndToEnd.Tests.Kills;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.EndToEnd.Tests.Proofs;

public sealed class VoucherKillTests(KilledHelpDesk helpDesk) : IClassFixture<KilledHelpDesk>
{
    [Fact]
    public async Task Process_KilledBetweenCodeProofAndPass_TheSamePersonGoesOnAndGetsOnePass()
    {
        var person = OrdinaryPeople.WithOneLaptop[41];
        using var manager = await Visitor.SignInAsync(helpDesk.Client, Vouching.ManagerOf(person));
        var (caseId, handOverId) = await Vouching.ApprovedAsync(helpDesk.Client, person, manager);
        var link = await Vouching.LinkAsync(helpDesk.Client, caseId);
        var code = await Vouching.VouchAsync(manager, handOverId);

        await KillAsync();
        using var self = Visitor.Nobody(helpDesk.Client);
        (await Vouching.EnterAsync(self, link, code)).Status.ShouldBe(HttpStatusCode.OK);

        await KillAsync();
        using var other = Visitor.Nobody(helpDesk.Client);
        (await Vouching.EnterAsync(other, link, code)).Status.ShouldBe(HttpStatusCode.BadRequest, "a code is used once, whatever was killed");
        Visitor.PassOn((await Vouching.ShowAsync(other, link)).Body).ShouldBeNull();
        var shown = await Vouching.ShowAsync(self, link);
        Visitor.PassOn(shown.Body).ShouldNotBeNull(shown.Body);

        await KillAsync();
        Visitor.PassOn((await Vouching.ShowAsync(self, link)).Body).ShouldBeNull();
        var done = await helpDesk.Client.UntilAsync(caseId, record => record.ClosedAt is not null);
        done.State.ShouldBe(CaseState.Resolved, done.Reason);
        (await helpDesk.VerifyAuditAsync()).ExitCode.ShouldBe(0);
    }

    private async Task KillAsync()
    {
        await helpDesk.KillAsync();
        await helpDesk.StartAgainAsync();
    }
}
