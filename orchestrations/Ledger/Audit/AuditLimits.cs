using System.Buffers;
using System.Text.RegularExpressions;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>What an entry may hold. An entry that breaks a limit is refused before anything is written.</summary>
public static partial class AuditLimits
{
    /// <summary>Longest case id, in characters: leaves room for what comes before it in a partition's name.</summary>
    public const int MaxCaseId = 200;

    /// <summary>Longest key, in characters.</summary>
    public const int MaxKey = 600;

    /// <summary>Longest actor, in characters.</summary>
    public const int MaxActor = 200;

    /// <summary>Longest summary, in characters.</summary>
    public const int MaxSummary = 2_000;

    /// <summary>Most facts of one entry; chosen because a page shows them all.</summary>
    public const int MaxFacts = 40;

    /// <summary>Longest name of a fact, in characters.</summary>
    public const int MaxFactName = 64;

    /// <summary>Longest value of a fact, in characters: a plan of 40 steps, or all rules that spoke.</summary>
    public const int MaxFactValue = 8_000;

    private static readonly SearchValues<string> SecretMarks = SearchValues.Create(["-----BEGIN ", "Bearer ", "client_secret="], StringComparison.OrdinalIgnoreCase);

    private static readonly HashSet<string> Kinds =
    [
        AuditKinds.Received, AuditKinds.Enriched, AuditKinds.Triaged, AuditKinds.Planned, AuditKinds.PolicyDecided, AuditKinds.ApprovalRequested,
        AuditKinds.ApprovalDecided, AuditKinds.ApprovalExpired, AuditKinds.CodesGuessed, AuditKinds.ApprovalsDelegated, AuditKinds.DelegationEnded, AuditKinds.StepIntended, AuditKinds.MultiAdminApprovalRequested, AuditKinds.StepExecuted, AuditKinds.StepVerified, AuditKinds.OutcomeRead,
        AuditKinds.UndoIntended, AuditKinds.Undone, AuditKinds.UndoVerified, AuditKinds.HandOverOpened, AuditKinds.HandOverIntended, AuditKinds.HandOverCollected,
        AuditKinds.HandOverWithdrawn, AuditKinds.VoucherGiven, AuditKinds.PresentationAsked, AuditKinds.IdentityProved, AuditKinds.IdentityProofRefused, AuditKinds.NoticeNotDelivered, AuditKinds.Told, AuditKinds.NotTold, AuditKinds.Escalated, AuditKinds.Resolved, AuditKinds.Reopened, AuditKinds.PlannedAgain, AuditKinds.QuestionAsked, AuditKinds.QuestionEnded, AuditKinds.FeedbackGiven, AuditKinds.KnowledgeGiven, AuditKinds.OperatorActed, AuditKinds.NotMe,
        AuditKinds.BulkStarted, AuditKinds.ListFrozen, AuditKinds.WaveBegun, AuditKinds.WaveEnded, AuditKinds.TargetEnded, AuditKinds.BulkEnded,
        AuditKinds.RemoteSessionAsked, AuditKinds.RemoteSessionAnswered, AuditKinds.RemoteSessionMade, AuditKinds.RemoteSessionOpened, AuditKinds.RemoteSessionEnded,
        AuditKinds.KnowledgeDrafted, AuditKinds.TamperingFound,
    ];

    /// <summary>Refuses an entry that is too long, of an unknown kind, not plain text, or looks as if it held a secret.</summary>
    /// <exception cref="ArgumentException">The message names the part, never its content.</exception>
    public static void Check(AuditEvent entry)
    {
        Check("case id", entry.CaseId, MaxCaseId);
        Check("key", entry.Key, MaxKey);
        if (!Kinds.Contains(entry.Kind))
            throw new ArgumentException("An audit entry's kind is one of AuditKinds.", nameof(entry));
        Check("actor", entry.Actor, MaxActor);
        Check("summary", entry.Summary, MaxSummary);
        if (entry.Facts.Count > MaxFacts)
            throw new ArgumentException($"An audit entry has at most {MaxFacts} facts, this one {entry.Facts.Count}.", nameof(entry));
        foreach (var (name, value) in entry.Facts)
        {
            Check("name of a fact", name, MaxFactName);
            if (value.Length > 0)
                Check($"fact '{name}'", value, MaxFactValue);
        }
    }

    private static void Check(string part, string text, int longest)
    {
        if (text.Length == 0 || text.Length > longest)
            throw new ArgumentException($"The {part} of an audit entry has 1 to {longest} characters, this one {text.Length}.", nameof(text));
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsControl(text[i]) || char.IsSurrogate(text[i]))
                throw new ArgumentException($"The {part} of an audit entry holds a control character or half of a surrogate pair.", nameof(text));
        }

        if (text.AsSpan().ContainsAny(SecretMarks) || JsonWebToken().IsMatch(text))
            throw new ArgumentException($"The {part} of an audit entry looks as if it held a secret; entries hold ids and hashes only.", nameof(text));
    }

    [GeneratedRegex(@"eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex JsonWebToken();
}
