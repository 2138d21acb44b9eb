using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Approvals.Chats;

/// <summary>An approver who goes on holiday delegates from the card that they got: by the same rules as on the page, and only where the chat proves who pressed.</summary>
public sealed class CardDelegationTests : IDisposable
{
    private const string Title = "Delegate";
    private const string Dora = $"{House.DeskLead}@contoso.example";

    private readonly ApproverScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task Card_FilledIn_DelegatesUntilTheEndOfThatDay_AndTheApprovalWaits()
    {
        var gate = await OpenAsync();

        var pressed = await _scene.PressAsync(_scene.Button(Title), fields: Fields(Dora, "2026-12-05"));

        (pressed.IsOver, pressed.Text).ShouldBe((false, "Dora Desk can decide your approvals until 6 Dec 2026, 00:00 UTC. You can end it on the page: http://127.0.0.1:7071/approvals#delegation"));
        var given = (await _scene.House.Get<DelegationService>().OfAsync(new PersonId(House.SecurityApprover), default)).ShouldNotBeNull();
        (given.To, given.Until).ShouldBe((new PersonId(House.DeskLead), new DateTimeOffset(2026, 12, 6, 0, 0, 0, TimeSpan.Zero)));
        (await _scene.GateAsync(gate.ApprovalId)).State.ShouldBe(ApprovalState.Open);
        (await _scene.PressAsync(_scene.Button("Approve"), House.DeskLead)).Text.ShouldStartWith("Approved by Dora Desk");
    }

    [Fact]
    public async Task Press_SentAgain_IsOneSignedEntry()
    {
        await OpenAsync();
        for (var time = 0; time < 3; time++)
            (await _scene.PressAsync(_scene.Button(Title), fields: Fields(Dora, "2026-12-05"))).Text.ShouldStartWith("Dora Desk can decide");

        _scene.House.Audit.Events.Count(entry => entry.Kind == AuditKinds.ApprovalsDelegated).ShouldBe(1);
    }

    [Theory]
    [InlineData("", "2026-12-05")]
    [InlineData("nobody@contoso.example", "2026-12-05")]
    [InlineData($"{House.Stranger}@contoso.example", "2026-12-05")]
    [InlineData($"{House.SecurityApprover}@contoso.example", "2026-12-05")]
    [InlineData(Dora, "")]
    [InlineData(Dora, "tomorrow")]
    [InlineData(Dora, "05.12.2026")]
    [InlineData(Dora, "2026-11-23")]
    [InlineData(Dora, "2027-11-24")]
    [InlineData(Dora, "9999-12-31")]
    public async Task Card_FilledInWrongly_DelegatesNothingAndSaysWhy(string to, string until)
    {
        await OpenAsync();

        (await _scene.PressAsync(_scene.Button(Title), fields: Fields(to, until))).Text.ShouldStartWith("Nothing was delegated");

        await NothingAsync();
    }

    [Theory]
    [InlineData(House.Requester, SenderProof.Account)]
    [InlineData(House.Stranger, SenderProof.Account)]
    [InlineData(House.SecurityApprover, SenderProof.Linked)]
    [InlineData(House.SecurityApprover, SenderProof.Address)]
    public async Task Press_OfWhoMayNotDecideOrIsNotProven_DelegatesNothing(string person, SenderProof proof)
    {
        await OpenAsync();

        (await _scene.PressAsync(_scene.Button(Title), person, proof, fields: Fields(Dora, "2026-12-05"))).Text.ShouldStartWith("Nothing was");

        await NothingAsync();
    }

    [Fact]
    public async Task Form_IsWhereThePressIsProvenOnly_ElsewhereALinkLeadsToThePage()
    {
        await OpenAsync();

        var proven = _scene.Chat.Posts.ShouldHaveSingleItem();
        (proven.Form!.Title, proven.Links.Count).ShouldBe(("Delegate your approvals", 0));
        var linked = _scene.Linked.Posts.ShouldHaveSingleItem();
        linked.Form.ShouldBeNull();
        linked.Links.ShouldHaveSingleItem().Address.ToString().ShouldEndWith("/approvals#delegation");
    }

    private static Dictionary<string, string> Fields(string to, string until) => new(StringComparer.Ordinal) { ["to"] = to, ["until"] = until };

    private async Task<ApprovalRequest> OpenAsync()
    {
        var gate = await _scene.OpenAsync();
        await _scene.PostAsync(gate);
        return gate;
    }

    private async Task NothingAsync()
    {
        (await _scene.House.Get<DelegationService>().OfAsync(new PersonId(House.SecurityApprover), default)).ShouldBeNull();
        _scene.House.Audit.Events.ShouldNotContain(entry => entry.Kind == AuditKinds.ApprovalsDelegated);
    }
}
