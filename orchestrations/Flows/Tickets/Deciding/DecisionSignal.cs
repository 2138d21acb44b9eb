using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Stages.Approvals;

namespace HelpDesk.Orchestrations.Flows.Tickets.Deciding;

/// <summary>Begins to show everywhere that an approval is over, beside the case, which goes on.</summary>
public sealed class DecisionSignal(IEnumerable<IConversationChannel> channels, ApproverQuestions questions, IWorkflowClient workflows) : IApprovalEnds
{
    /// <inheritdoc />
    public Task EndedAsync(CaseId caseId, string approvalId, CancellationToken cancellation) =>
        // Without a chat there is nothing to show, and the question of an approver ends here.
        !channels.Any() ? questions.EndAsync(caseId, cancellation) : workflows.StartAsync(ShowDecisionWorkflow.Reference, ShowDecisionWorkflow.IdFor(approvalId), new ShowDecisionWorkflow.Input(caseId, approvalId), cancellation);
}
