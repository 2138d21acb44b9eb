namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>The closed list of what an audit entry may be about.</summary>
public static class AuditKinds
{
    /// <summary>The ticket was taken in.</summary>
    public const string Received = "received";

    /// <summary>The requester was matched, or not.</summary>
    public const string Enriched = "enriched";

    /// <summary>The model said what it is about.</summary>
    public const string Triaged = "triaged";

    /// <summary>A plan was made.</summary>
    public const string Planned = "planned";

    /// <summary>A person said that a request was not theirs.</summary>
    public const string NotMe = "not-me";

    /// <summary>Policy spoke.</summary>
    public const string PolicyDecided = "policy-decided";

    /// <summary>An approval was asked for.</summary>
    public const string ApprovalRequested = "approval-requested";

    /// <summary>A person decided.</summary>
    public const string ApprovalDecided = "approval-decided";

    /// <summary>An approver handed their approvals to another person for a time.</summary>
    public const string ApprovalsDelegated = "approvals-delegated";

    /// <summary>An approver took their approvals back before that time was over.</summary>
    public const string DelegationEnded = "delegation-ended";

    /// <summary>Nobody decided in time.</summary>
    public const string ApprovalExpired = "approval-expired";

    /// <summary>A step is about to be executed.</summary>
    public const string StepIntended = "step-intended";

    /// <summary>A step was executed, or was not, and why.</summary>
    public const string StepExecuted = "step-executed";

    /// <summary>The target system asked for its own second administrator before it does a step.</summary>
    public const string MultiAdminApprovalRequested = "multi-admin-approval-asked";

    /// <summary>A step's effect was read back, or did not show.</summary>
    public const string StepVerified = "step-verified";

    /// <summary>A condition of the runbook's outcome was read back, or found not to be true in its time.</summary>
    public const string OutcomeRead = "outcome-read";

    /// <summary>A step is about to be undone.</summary>
    public const string UndoIntended = "undo-intended";

    /// <summary>A step was undone, or could not be.</summary>
    public const string Undone = "undone";

    /// <summary>An undo was read back, or did not show.</summary>
    public const string UndoVerified = "undo-verified";

    /// <summary>A secret may be collected.</summary>
    public const string HandOverOpened = "hand-over-opened";

    /// <summary>A secret is about to be made or read and shown.</summary>
    public const string HandOverIntended = "hand-over-intended";

    /// <summary>A secret was shown to an entitled person.</summary>
    public const string HandOverCollected = "hand-over-collected";

    /// <summary>A secret was withdrawn or never collected.</summary>
    public const string HandOverWithdrawn = "hand-over-withdrawn";

    /// <summary>A manager got a one-time code for a person whom they recognised.</summary>
    public const string VoucherGiven = "voucher-given";

    /// <summary>A Verified ID was asked for.</summary>
    public const string PresentationAsked = "presentation-asked";

    /// <summary>One-time codes were guessed at, and the security team got a case.</summary>
    public const string CodesGuessed = "codes-guessed";

    /// <summary>A person proved who they are.</summary>
    public const string IdentityProved = "identity-proved";

    /// <summary>A proof of identity was refused, and by which control.</summary>
    public const string IdentityProofRefused = "identity-proof-refused";

    /// <summary>The requester or an agent was told something in the ticket.</summary>
    public const string Told = "told";

    /// <summary>The requester could not be told something in the ticket, or the ticket system does not show it.</summary>
    public const string NotTold = "not-told";

    /// <summary>A channel could not be reached in time with a notice to approvers or the service desk.</summary>
    public const string NoticeNotDelivered = "notice-not-delivered";

    /// <summary>The ticket was given to a person.</summary>
    public const string Escalated = "escalated";

    /// <summary>The ticket was resolved.</summary>
    public const string Resolved = "resolved";

    /// <summary>The ticket came back after it had been resolved.</summary>
    public const string Reopened = "reopened";

    /// <summary>A reply of the requester said what was missing, and the case went back to planning.</summary>
    public const string PlannedAgain = "planned-again";

    /// <summary>The requester was asked a question.</summary>
    public const string QuestionAsked = "question-asked";

    /// <summary>The requester answered a question, or did not in time.</summary>
    public const string QuestionEnded = "question-ended";

    /// <summary>An answer from knowledge was given to the requester, with its passages by version and hash.</summary>
    public const string KnowledgeGiven = "knowledge-given";

    /// <summary>A draft of an article is to be written, was written or has ended.</summary>
    public const string KnowledgeDrafted = "knowledge-drafted";

    /// <summary>The requester said whether the solution helped, or did not in time.</summary>
    public const string FeedbackGiven = "feedback-given";

    /// <summary>The requester was asked to allow a remote session.</summary>
    public const string RemoteSessionAsked = "remote-session-asked";

    /// <summary>The requester allowed a remote session, or refused it.</summary>
    public const string RemoteSessionAnswered = "remote-session-answered";

    /// <summary>A tool made a remote session.</summary>
    public const string RemoteSessionMade = "remote-session-made";

    /// <summary>The technician got the link of a remote session.</summary>
    public const string RemoteSessionOpened = "remote-session-opened";

    /// <summary>A remote session ended or expired.</summary>
    public const string RemoteSessionEnded = "remote-session-ended";

    /// <summary>An operator started a bulk remediation.</summary>
    public const string BulkStarted = "bulk-started";

    /// <summary>The list of a bulk remediation was frozen.</summary>
    public const string ListFrozen = "list-frozen";

    /// <summary>A wave begins, or does not, and why.</summary>
    public const string WaveBegun = "wave-begun";

    /// <summary>A wave ended, with its counts.</summary>
    public const string WaveEnded = "wave-ended";

    /// <summary>One target of a bulk remediation ended, and how.</summary>
    public const string TargetEnded = "target-ended";

    /// <summary>A bulk remediation ended, with its counts.</summary>
    public const string BulkEnded = "bulk-ended";

    /// <summary>An operator switched something or acted on a case.</summary>
    public const string OperatorActed = "operator-acted";

    /// <summary>Security event: a stored record is not what the signed entries say.</summary>
    public const string TamperingFound = "tampering-found";
}
