using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Flows.Tickets.Channels;
using HelpDesk.Orchestrations.Flows.Tickets.Deciding;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Orchestrations.Stages.Rulebook;
using HelpDesk.Orchestrations.Tests.Conversation.Channels;
using HelpDesk.Orchestrations.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Orchestrations.Tests.Approvals.Chats;

/// <summary>An approval of the account of Rita that waits, a chat that proves who presses and one that does not.</summary>
internal sealed class ApproverScene : IDisposable
{
    public static readonly CaseId CaseId = new("servicenow-9d385017c611228701d22104cc95c371");

    private int _presses;

    public ApproverScene()
    {
        House = new House(services => services.AddSingleton<IConversationChannel>(Chat).AddSingleton<IConversationChannel>(Linked).AddSingleton<IDecisionStepUp>(StepUp)
            .AddSingleton(provider => provider.GetRequiredService<Rulebook>().Policy));
        House.Directory.Groups[House.SecurityGroup] = ("Security", [House.SecurityApprover, House.Requester]);
        House.Directory.Groups[House.ItManagersGroup] = ("IT managers", [House.ItManager]);
        House.Directory.Groups[House.DeskGroup] = ("Desk", [House.DeskLead, House.OtherLead]);
    }

    public FakeChat Chat { get; } = new() { ProvesPresses = true };

    public FakeChat Linked { get; } = new("linked");

    public FixedStepUp StepUp { get; } = new();

    public House House { get; }

    public void Dispose() => House.Dispose();

    /// <summary>Asks for the approval.</summary>
    public async Task<ApprovalRequest> OpenAsync(int quorum = 1, bool withTicket = true)
    {
        House.Tickets.Write("I cannot sign in", "My account was blocked this morning.", $"{House.Requester}@contoso.example");
        await House.Get<CaseStore>().OpenAsync(House.Tickets.Ticket!.Reference, House.Time.GetUtcNow(), default);
        await House.Get<CaseStore>().UpdateAsync(CaseId, before => before with { RequesterId = new PersonId(House.Requester), RequesterName = "Rita Requester", Language = "en" }, default);
        var plan = Plans.Of(CaseId, "user.disable-sign-in");
        var reference = await House.Get<CaseContext>().PutAsync(CaseId, "plan", plan, default);
        var snapshot = new TicketSnapshot
        {
            Reference = House.Tickets.Ticket.Reference, Title = "I cannot sign in", Text = "My account was blocked this morning.",
            Placeholders = new Dictionary<string, string>(StringComparer.Ordinal), Version = 1, CreatedAt = House.Time.GetUtcNow(),
        };
        var ticket = withTicket ? await House.Get<CaseContext>().PutAsync(CaseId, "ticket", snapshot, default) : null;
        var requirement = new ApprovalRequirement("security", "it-managers", quorum, TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(8));
        var opened = await House.Get<RequestApproval>().RunAsync(
            new ActivityContext(CaseId, $"{CaseId}/1", 1, default), new RequestApproval.Input(PlanReference.To(plan, reference), new Verdict(VerdictOutcome.NeedsApproval, [], requirement, "policy"), ticket));
        return (await House.Get<ApprovalService>().FindAsync(opened.ApprovalId, default)).ShouldNotBeNull();
    }

    /// <summary>Posts a notice about it as its workflow does.</summary>
    public async Task PostAsync(ApprovalRequest gate, NoticeKind kind = NoticeKind.Request)
    {
        var notice = new NoticeReference(CaseId, kind, gate.ApprovalId);
        var built = await House.Get<IEnumerable<INoticeSource>>().Single(source => source.Builds(kind)).BuildAsync(notice, default);
        await Chats.PostAsync(built.ShouldNotBeNull(), $"{gate.ApprovalId}|{kind}", default);
    }

    public ApproverChats Chats => House.Get<IEnumerable<INoticeChannel>>().OfType<ApproverChats>().Single();

    /// <summary>A person presses a button of a message.</summary>
    public Task<ChannelPressed> PressAsync(ChannelButton button, string person = House.SecurityApprover, SenderProof proof = SenderProof.Account, string words = "", Dictionary<string, string>? fields = null) =>
        House.Get<ChannelPresses>().PressAsync(Message(button, person, proof, words) with { Fields = fields ?? [] }, default);

    public ChannelMessage Message(ChannelButton button, string person, SenderProof proof = SenderProof.Account, string words = "") =>
        new("chat", $"press{++_presses}", $"chat-of-{person}", new ChannelSender(proof, new PersonId(person), $"{person}@contoso.example", "As shown"), words, House.Time.GetUtcNow()) { Press = button.Token };

    public ChannelButton Button(string title) => Chat.Posts.SelectMany(post => post.Buttons.Append(post.Input?.Button).Append(post.Form?.Button)).OfType<ChannelButton>().First(button => button.Title == title);

    public async Task<ApprovalRequest> GateAsync(string approvalId) => (await House.Get<ApprovalService>().VerifyAsync(approvalId, default)).ShouldNotBeNull().Request.ShouldNotBeNull();

    /// <summary>Runs what shows that the approval is over.</summary>
    public Task<ShowDecision.Result> ShowAsync(string approvalId) =>
        new ShowDecisionWorkflow().RunAsync(House.Context(ShowDecisionWorkflow.IdFor(approvalId)), new ShowDecisionWorkflow.Input(CaseId, approvalId));
}

/// <summary>Whether a decision needs a fresh sign-in, as a test says.</summary>
internal sealed class FixedStepUp : IDecisionStepUp
{
    public bool Always { get; set; }

    public bool Asks(Impact impact) => Always;
}
