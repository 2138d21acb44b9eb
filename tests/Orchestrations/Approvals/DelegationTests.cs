using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Tests.Approvals.Chats;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Approvals;

/// <summary>An approver hands their approvals to another approver until a date: the other decides what the first may decide, and nothing more.</summary>
public sealed class DelegationTests : IDisposable
{
    private readonly ApproverScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task Delegate_DecidesInTheirPlace_GetsTheMessages_AndTheApprovalHoldsAtItsStep()
    {
        await GiveAsync();
        var gate = await _scene.OpenAsync();
        await _scene.PostAsync(gate);
        _scene.Chat.Posts.ShouldHaveSingleItem().PersonId.ShouldBe(new PersonId(House.DeskLead));

        (await _scene.PressAsync(_scene.Button("Approve"), House.DeskLead)).Text.ShouldStartWith("Approved by Dora Desk");

        _scene.House.Audit.Events.Single(entry => entry.Kind == AuditKinds.ApprovalDecided).Actor.ShouldBe($"person:{House.DeskLead}");
        // A later end takes nothing back that was decided before it.
        _scene.House.Time.Advance(TimeSpan.FromMinutes(5));
        await Service.EndAsync(House.Person(House.SecurityApprover), default);
        (await HoldsAsync(gate)).ShouldBeNull();
        (await HoldsAsync(gate)).ShouldBeNull();
    }

    [Fact]
    public async Task Delegation_Ended_Over_OrNeverGiven_LetsNobodyDecide()
    {
        var gate = await _scene.OpenAsync();
        (await WhyNotAsync(gate, House.DeskLead)).ShouldNotBeNull();
        await GiveAsync(TimeSpan.FromHours(2));
        (await WhyNotAsync(gate, House.DeskLead)).ShouldBeNull();
        _scene.House.Time.Advance(TimeSpan.FromMinutes(1));
        (await Service.EndAsync(House.Person(House.SecurityApprover), default)).ShouldBeTrue();
        (await Service.EndAsync(House.Person(House.SecurityApprover), default)).ShouldBeFalse();
        (await WhyNotAsync(gate, House.DeskLead)).ShouldNotBeNull();
        _scene.House.Time.Advance(TimeSpan.FromMinutes(1));
        await GiveAsync(TimeSpan.FromHours(2));
        _scene.House.Time.Advance(TimeSpan.FromHours(2));
        (await WhyNotAsync(gate, House.DeskLead)).ShouldNotBeNull();
        _scene.House.Audit.Events.Count(entry => entry.Kind is AuditKinds.ApprovalsDelegated or AuditKinds.DelegationEnded).ShouldBe(3);
    }

    [Theory]
    [InlineData("requester")]
    [InlineData("blocked")]
    [InlineData("left")]
    public async Task Delegation_OfWhoMayNotDecideThemselves_IsWorthNothing(string who)
    {
        var giver = who == "requester" ? House.Requester : House.SecurityApprover;
        if (who == "requester")
            _scene.House.Directory.Members.Add((House.Requester, House.SecurityGroup));
        await GiveAsync(from: giver);
        var gate = await _scene.OpenAsync();
        if (who == "blocked")
            _scene.House.Directory.People[giver] = _scene.House.Directory.People[giver] with { AccountEnabled = false };
        else if (who == "left")
            _scene.House.Directory.Members.Remove((giver, House.SecurityGroup));

        (await WhyNotAsync(gate, House.DeskLead)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Delegate_WhoAskedForIt_StillCannotDecide()
    {
        _scene.House.Directory.Members.Add((House.Requester, House.DeskGroup));
        await GiveAsync(to: House.Requester);
        var gate = await _scene.OpenAsync();

        (await WhyNotAsync(gate, House.Requester)).ShouldNotBeNull().ShouldContain("asked for this yourself");
    }

    [Fact]
    public async Task TwoApprovers_AreTwoWhoDecideForThemselves()
    {
        await GiveAsync();
        var gate = await _scene.OpenAsync(quorum: 2);

        (await WhyNotAsync(gate, House.DeskLead)).ShouldNotBeNull();
        (await WhyNotAsync(gate, House.SecurityApprover)).ShouldBeNull();
    }

    [Fact]
    public async Task Delegation_IsNotPassedOn()
    {
        await GiveAsync();
        await GiveAsync(from: House.DeskLead, to: House.ItManager);
        var gate = await _scene.OpenAsync();

        (await WhyNotAsync(gate, House.ItManager)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(House.Stranger, 1, "not a member of an approver group")]
    [InlineData(House.SecurityApprover, 1, "another person than yourself")]
    [InlineData(House.DeskLead, 0, "end date")]
    [InlineData(House.DeskLead, 61, "end date")]
    [InlineData("nobody", 1, "No active member")]
    public async Task Give_ToWhoCannotTakeIt_IsRefused(string to, int days, string why)
    {
        var (given, whyNot) = await Service.GiveAsync(House.Person(House.SecurityApprover), $"{to}@contoso.example", _scene.House.Time.GetUtcNow().AddDays(days), default);

        given.ShouldBeNull();
        whyNot.ShouldNotBeNull().ShouldContain(why);
    }

    [Fact]
    public async Task Entry_ThatWeDidNotSign_StopsTheDecisionAndIsASecurityEvent()
    {
        var gate = await _scene.OpenAsync();
        await _scene.House.Get<ApprovalDelegations>().GiveAsync(new PersonId(House.OtherLead), new PersonId(House.DeskLead), _scene.House.Time.GetUtcNow().AddDays(1), default);
        await _scene.House.Audit.TryAppendAsync(
            new AuditEvent(ApprovalDelegations.AuditChain, $"delegation/{House.OtherLead}/2", AuditKinds.ApprovalsDelegated, $"person:{House.OtherLead}", "x", new Dictionary<string, string>(StringComparer.Ordinal) { ["to"] = House.DeskLead }), default);

        (await Should.ThrowAsync<VendorException>(() => WhyNotAsync(gate, House.DeskLead))).Message.ShouldStartWith("Security event");
    }

    private DelegationService Service => _scene.House.Get<DelegationService>();

    private async Task GiveAsync(TimeSpan? length = null, string from = House.SecurityApprover, string to = House.DeskLead) =>
        (await Service.GiveAsync(House.Person(from), $"{to}@contoso.example", _scene.House.Time.GetUtcNow() + (length ?? TimeSpan.FromDays(10)), default)).WhyNot.ShouldBeNull();

    private Task<string?> WhyNotAsync(ApprovalRequest gate, string person) => _scene.House.Get<ApprovalService>().WhyNotAsync(gate, House.Person(person), default);

    private async Task<string?> HoldsAsync(ApprovalRequest gate) =>
        await _scene.House.Get<ApprovalCheck>().WhyNotAsync((await _scene.GateAsync(gate.ApprovalId)), gate.Requirement, default);
}
