using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Proofs;
using HelpDesk.Orchestrations.Ledger.Questions;
using HelpDesk.Orchestrations.Stages.Conversation.Channels;
using HelpDesk.Orchestrations.Stages.Conversation.Questions;

namespace HelpDesk.Web.My;

/// <summary>The question that waits for a requester, and the conversation so far, over all channels.</summary>
public sealed class MyQuestions(QuestionStore questions, Conversations conversations, FeedbackStore feedback, ProofLinks proofs, QuestionTexts texts)
{
    /// <summary>The question that waits; null when there is none.</summary>
    public async Task<CaseQuestion?> OpenAsync(CaseRecord record, CancellationToken cancellation) =>
        record.OpenQuestion is { } number && await questions.FindAsync(record.CaseId, number, cancellation) is { State: QuestionState.Open } asked ? asked.Question : null;

    /// <summary>Whether it helped, as far as the person said; null when no one asks: only a resolved ticket's requester is asked.</summary>
    public async Task<Feedback?> FeedbackAsync(CaseRecord record, CancellationToken cancellation) =>
        record.State == CaseState.Resolved ? await feedback.FindAsync(record.CaseId, cancellation) : null;

    /// <summary>Where the person proves who they are and collects what is for them alone; null when nothing of the kind waits.</summary>
    public Uri? Proof(CaseRecord record) =>
        record.State is CaseState.WaitingForApproval or CaseState.WaitingForHandOver && proofs.IsFor(record.Steps.Select(step => step.Remediation)) ? proofs.LinkFor(record.CaseId) : null;

    /// <summary>What was said, oldest first: on every channel, and by the requester in the ticket.</summary>
    public async Task<IReadOnlyList<MySaying>> SaidAsync(CaseRecord record, string language, CancellationToken cancellation)
    {
        var said = await conversations.OfAsync(record.CaseId, cancellation);
        var comments = record.Comments.Where(comment => comment.IsRequester && !record.AnswerComments.Contains(comment.Id, StringComparer.Ordinal))
            .Select(comment => new Saying(comment.Id, comment.SeenAt, Speaker.Requester, ConversationService.Ticket, comment.Text));
        return [.. said.Concat(comments).OrderBy(saying => saying.At).Select(saying => new MySaying(saying.Speaker == Speaker.Requester, Moment(saying.At, language), saying.Text))];
    }

    /// <summary>A moment in words, in the zone of the organisation's working time.</summary>
    public string Moment(DateTimeOffset at, string language) => texts.Moment(at, language);
}
