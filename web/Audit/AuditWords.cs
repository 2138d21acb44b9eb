using HelpDesk.Orchestrations.Audit;

namespace HelpDesk.Web.Audit;

/// <summary>How pages say the kinds of audit entries.</summary>
public static class AuditWords
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
        AuditKinds.StepExecuted => "Step executed",
        AuditKinds.StepVerified => "Effect read back",
        AuditKinds.UndoIntended => "Undo begins",
        AuditKinds.Undone => "Undone",
        AuditKinds.UndoVerified => "Undo read back",
        AuditKinds.HandOverOpened => "Hand-over opened",
        AuditKinds.HandOverIntended => "Pass about to be shown",
        AuditKinds.HandOverCollected => "Pass shown",
        AuditKinds.HandOverWithdrawn => "Pass withdrawn",
        AuditKinds.Told => "Told",
        AuditKinds.Escalated => "Given to a person",
        AuditKinds.Resolved => "Resolved",
        AuditKinds.Reopened => "Reopened",
        AuditKinds.OperatorActed => "An operator acted",
        _ => kind,
    };

    /// <summary>Tone of its mark on a timeline.</summary>
    public static string ToneOf(string kind) => kind switch
    {
        AuditKinds.Resolved or AuditKinds.StepVerified or AuditKinds.UndoVerified => "good",
        AuditKinds.ApprovalRequested or AuditKinds.HandOverOpened => "wait",
        AuditKinds.Escalated or AuditKinds.ApprovalExpired or AuditKinds.HandOverWithdrawn or AuditKinds.Reopened => "plain",
        AuditKinds.Undone or AuditKinds.UndoIntended => "bad",
        _ => "info",
    };
}
