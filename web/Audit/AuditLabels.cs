using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Web.Audit;

/// <summary>How pages say the kinds of audit entries.</summary>
public static class AuditLabels
{
    /// <summary>The kind, for people.</summary>
    public static string TitleOf(string kind) => kind switch
    {
        AuditKinds.Received => "Ticket taken in",
        AuditKinds.Enriched => "Requester looked up",
        AuditKinds.Triaged => "Read",
        AuditKinds.Planned => "Planned",
        AuditKinds.PolicyDecided => "Policy decided",
        AuditKinds.ApprovalRequested => "Approval asked for",
        AuditKinds.ApprovalDecided => "Approval decided",
        AuditKinds.ApprovalExpired => "Approval expired",
        AuditKinds.StepIntended => "Step begins",
        AuditKinds.MultiAdminApprovalRequested => "Second administrator asked for",
        AuditKinds.StepExecuted => "Step executed",
        AuditKinds.StepVerified => "Effect read back",
        AuditKinds.UndoIntended => "Undo begins",
        AuditKinds.Undone => "Undone",
        AuditKinds.UndoVerified => "Undo read back",
        AuditKinds.HandOverOpened => "Hand-over opened",
        AuditKinds.HandOverIntended => "Secret about to be shown",
        AuditKinds.HandOverCollected => "Secret shown",
        AuditKinds.HandOverWithdrawn => "Hand-over withdrawn",
        AuditKinds.NoticeNotDelivered => "Notice not delivered",
        AuditKinds.Told => "Told",
        AuditKinds.Escalated => "Given to a person",
        AuditKinds.Resolved => "Resolved",
        AuditKinds.Reopened => "Reopened",
        AuditKinds.BulkStarted => "Bulk remediation started",
        AuditKinds.ListFrozen => "List frozen",
        AuditKinds.WaveBegun => "Wave begins",
        AuditKinds.WaveEnded => "Wave ended",
        AuditKinds.TargetEnded => "Target ended",
        AuditKinds.BulkEnded => "Bulk remediation ended",
        AuditKinds.OperatorActed => "An operator acted",
        _ => kind,
    };

    /// <summary>Tone of its mark on a timeline.</summary>
    public static string ToneOf(string kind) => kind switch
    {
        AuditKinds.Resolved or AuditKinds.StepVerified or AuditKinds.UndoVerified or AuditKinds.BulkEnded => "good",
        AuditKinds.ApprovalRequested or AuditKinds.HandOverOpened or AuditKinds.MultiAdminApprovalRequested => "wait",
        AuditKinds.Escalated or AuditKinds.ApprovalExpired or AuditKinds.HandOverWithdrawn or AuditKinds.NoticeNotDelivered or AuditKinds.Reopened => "plain",
        AuditKinds.Undone or AuditKinds.UndoIntended => "bad",
        _ => "info",
    };
}
