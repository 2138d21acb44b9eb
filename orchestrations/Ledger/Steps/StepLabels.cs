using System.Globalization;
using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Orchestrations.Ledger.Steps;

/// <summary>Words for what became of a step, in figures: stable, because dashboards group by them.</summary>
internal static class StepLabels
{
    /// <summary>Its effect was read back.</summary>
    public const string Verified = "verified";

    /// <summary>Its effect did not show.</summary>
    public const string NotVerified = "not-verified";

    /// <summary>It was undone.</summary>
    public const string Undone = "undone";

    /// <summary>It could not be undone, or there was nothing to undo.</summary>
    public const string NotUndone = "not-undone";

    /// <summary>Given up after all attempts.</summary>
    public const string GaveUp = "gave-up";

    /// <summary>What a target is, for people.</summary>
    public static string Of(TargetKind kind) => kind == TargetKind.Device ? "device" : "account";

    /// <summary>The id of a step whose plan cannot be believed: its number.</summary>
    public static string Unknown(StepInput step) => string.Create(CultureInfo.InvariantCulture, $"step {step.Index + 1}");

    /// <summary>A note as reports and case records keep it: at most 500 characters, because histories and pages take no more.</summary>
    public static string Shorten(string note) => note.Length <= 500 ? note : $"{note[..499]}…";

    /// <summary>The word for an outcome.</summary>
    public static string Of(StepOutcome outcome) => outcome switch
    {
        StepOutcome.Executed => "executed",
        StepOutcome.AlreadyDone => "already-done",
        StepOutcome.Busy => "busy",
        StepOutcome.HandOver => "hand-over",
        StepOutcome.MultiAdminApproval => "multi-admin-approval",
        StepOutcome.Refused => "refused",
        StepOutcome.Stopped => "stopped",
        _ => "failed",
    };
}

/// <summary>What became of a step.</summary>
public enum StepOutcome
{
    /// <summary>Executed; its effect is to be read back.</summary>
    Executed,

    /// <summary>The wanted state was there already; still to be read back.</summary>
    AlreadyDone,

    /// <summary>Not executed yet: another case changes the same target. Asked again until it is free.</summary>
    Busy,

    /// <summary>To be done by an entitled person (P3).</summary>
    HandOver,

    /// <summary>Sent; the target system waits for its own second administrator before it does it.</summary>
    MultiAdminApproval,

    /// <summary>Not executed: what was approved is no longer so.</summary>
    Refused,

    /// <summary>Not executed: a person was asked for, or an operator stopped everything.</summary>
    Stopped,

    /// <summary>The target system would not do it.</summary>
    Failed,
}
