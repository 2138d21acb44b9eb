using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Web.Audit;

/// <summary>How pages name the kinds of audit entries.</summary>
public static class AuditLabels
{
    /// <summary>The kind, for people.</summary>
    public static string TitleOf(string kind) => kind switch
    {
        AuditKinds.Received => "Ticket received",
        AuditKinds.Enriched => "Requester identified",
        AuditKinds.Triaged => "Classified",
        AuditKinds.Planned => "Planned",
        AuditKinds.PolicyDecided => "Policy checked",
        AuditKinds.ApprovalRequested => "Approval requested",
        AuditKinds.ApprovalDecided => "Approval decided",
        AuditKinds.ApprovalExpired => "Approval expired",
        AuditKinds.CodesGuessed => "One-time codes guessed",
        AuditKinds.ApprovalsDelegated => "Approvals delegated",
        AuditKinds.DelegationEnded => "Delegation ended",
        AuditKinds.StepIntended => "Step started",
        AuditKinds.MultiAdminApprovalRequested => "Multi Admin Approval requested",
        AuditKinds.StepExecuted => "Step executed",
        AuditKinds.StepVerified => "Effect verified",
        AuditKinds.OutcomeRead => "Outcome checked",
        AuditKinds.UndoIntended => "Undo started",
        AuditKinds.Undone => "Undone",
        AuditKinds.UndoVerified => "Undo verified",
        AuditKinds.HandOverOpened => "Secret hand-over opened",
        AuditKinds.HandOverIntended => "Secret requested",
        AuditKinds.HandOverCollected => "Secret shown",
        AuditKinds.HandOverWithdrawn => "Secret hand-over withdrawn",
        AuditKinds.VoucherGiven => "One-time code given",
        AuditKinds.PresentationAsked => "Verified ID requested",
        AuditKinds.IdentityProved => "Identity confirmed",
        AuditKinds.IdentityProofRefused => "Identity not confirmed",
        AuditKinds.NoticeNotDelivered => "Notice not delivered",
        AuditKinds.Told => "Notified",
        AuditKinds.NotTold => "Not notified",
        AuditKinds.Escalated => "Escalated",
        AuditKinds.Resolved => "Resolved",
        AuditKinds.Reopened => "Reopened",
        AuditKinds.QuestionAsked => "Question asked",
        AuditKinds.QuestionEnded => "Question answered or over",
        AuditKinds.FeedbackGiven => "Feedback",
        AuditKinds.KnowledgeGiven => "Answered from knowledge",
        AuditKinds.KnowledgeDrafted => "Draft of an article",
        AuditKinds.PlannedAgain => "Planned again",
        AuditKinds.BulkStarted => "Bulk run started",
        AuditKinds.ListFrozen => "List frozen",
        AuditKinds.WaveBegun => "Wave started",
        AuditKinds.WaveEnded => "Wave ended",
        AuditKinds.TargetEnded => "Target ended",
        AuditKinds.BulkEnded => "Bulk run ended",
        AuditKinds.OperatorActed => "Operator action",
        AuditKinds.NotMe => "\"This was not me\"",
        AuditKinds.RemoteSessionAsked => "Remote session requested",
        AuditKinds.RemoteSessionAnswered => "Remote session answered",
        AuditKinds.RemoteSessionMade => "Remote session ready",
        AuditKinds.RemoteSessionOpened => "Remote session link shown",
        AuditKinds.RemoteSessionEnded => "Remote session ended",
        AuditKinds.TamperingFound => "Security event",
        _ => kind,
    };

    /// <summary>Tone of its mark on a timeline.</summary>
    public static string ToneOf(string kind) => kind switch
    {
        AuditKinds.Resolved or AuditKinds.StepVerified or AuditKinds.UndoVerified or AuditKinds.BulkEnded => "good",
        AuditKinds.ApprovalRequested or AuditKinds.HandOverOpened or AuditKinds.MultiAdminApprovalRequested => "wait",
        AuditKinds.Escalated or AuditKinds.ApprovalExpired or AuditKinds.HandOverWithdrawn or AuditKinds.NoticeNotDelivered or AuditKinds.Reopened => "plain",
        AuditKinds.Undone or AuditKinds.UndoIntended or AuditKinds.TamperingFound or AuditKinds.NotMe or AuditKinds.IdentityProofRefused => "bad",
        _ => "info",
    };
}
