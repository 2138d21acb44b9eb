using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Channels;
using HelpDesk.Orchestrations.Stages.Approvals;

namespace HelpDesk.Orchestrations.Flows.Tickets.Deciding;

/// <summary>
/// A button of an approval was pressed in a chat. Who pressed is what the chat proves; whether they may decide, and what, is asked as on the page: entitled
/// and live now, not requester, subject or opener, the plan that was shown, and a fresh sign-in where policy asks for one.
/// </summary>
public sealed class ApproverPresses(ApprovalButtons buttons, ApprovalService approvals, DecisionStepUp stepUp, ApproverActs acts, ChannelOutbox outbox, DecisionPages pages)
{
    /// <summary>Takes one.</summary>
    /// <param name="message">The press.</param>
    /// <param name="person">The live member of the directory who pressed; null when it is no one known.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What became of it; null when the button does not belong to an approval.</returns>
    /// <exception cref="VendorException">Something that it needs cannot be reached now: nothing was decided, the person presses again.</exception>
    public async Task<ChatDecision?> PressAsync(ChannelMessage message, Person? person, CancellationToken cancellation)
    {
        if (buttons.Read(message.Press) is not { } press)
            return null;
        var post = await outbox.WithButtonAsync(message.Channel, ApproverChats.ScopeOf(press.ApprovalId), message.Press!, cancellation);
        // A mail address in a chat is no proof of who presses.
        if (person is null || message.Sender.Proof != SenderProof.Account)
            return new ChatDecision($"Nothing was decided: this chat does not prove who you are. Sign in on the page: {pages.Of(press.ApprovalId)}", false, post);
        var decider = pages.Decider(person);
        if (await acts.DoAsync(press, decider, message, cancellation) is { } done)
            return new ChatDecision(done, false, post);
        if (press.Act == ApprovalAct.Approve && await NeedsPageAsync(press.ApprovalId, cancellation))
            return new ChatDecision($"Nothing was decided: approving this needs a fresh sign-in. Approve it on the page: {pages.Of(press.ApprovalId)}", false, post);

        var outcome = await approvals.DecideAsync(press.ApprovalId, press.PlanHash, press.Act == ApprovalAct.Approve, decider, null, cancellation);
        return outcome.Kind switch
        {
            DecisionKind.NotAllowed => new ChatDecision($"Nothing was decided. {outcome.Message}", false, post),
            // The page also takes the decision of a person whose sign-in is unclear here.
            DecisionKind.WrongPlan => new ChatDecision($"Nothing was decided. The plan of this message is not the one that waits. Read it on the page: {pages.Of(press.ApprovalId)}", false, post),
            DecisionKind.NotFound => new ChatDecision($"Nothing was decided. {outcome.Message}", true, post),
            DecisionKind.Recorded when outcome.Gate is { State: ApprovalState.Open } => new ChatDecision($"Your approval was recorded. {outcome.Message}", true, post),
            DecisionKind.AlreadyDecided or DecisionKind.Expired or DecisionKind.Changed => new ChatDecision(outcome.Message, true, post),
            _ => new ChatDecision(await EndAsync(press.ApprovalId, cancellation) ?? outcome.Message, true, post),
        };
    }

    /// <summary>The message of an approval as it is now; null when the button does not belong to an approval. Nothing is decided.</summary>
    public async Task<ChatDecision?> ShowAsync(ChannelMessage message, Person? person, CancellationToken cancellation)
    {
        if (buttons.Read(message.Press) is not { } press)
            return null;
        var post = person is null || message.Sender.Proof != SenderProof.Account ? null
            : await outbox.WithButtonAsync(message.Channel, ApproverChats.ScopeOf(press.ApprovalId), message.Press!, cancellation);
        var end = post is null ? null : await EndAsync(press.ApprovalId, cancellation);
        return new ChatDecision(end ?? "", end is not null, post);
    }

    private async Task<string?> EndAsync(string approvalId, CancellationToken cancellation) =>
        await approvals.VerifyAsync(approvalId, cancellation) is { } verified ? ApprovalEnd.Of(verified) : null;

    // What is over, changed or gone has its own answer.
    private async Task<bool> NeedsPageAsync(string approvalId, CancellationToken cancellation) =>
        await approvals.FindAsync(approvalId, cancellation) is { State: ApprovalState.Open } gate && await approvals.FindPlanAsync(gate, cancellation) is { } plan && stepUp.Asks(plan);
}

/// <summary>What became of a button of an approval.</summary>
/// <param name="Text">What the person reads; empty when there is nothing to say.</param>
/// <param name="IsOver">True when the buttons do nothing any more.</param>
/// <param name="Post">The message as it was posted; null when it is not known.</param>
public sealed record ChatDecision(string Text, bool IsOver, ChannelPost? Post);
