using System.Text.Json.Serialization;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Remediations;

/// <summary>What is known of a remediation before it runs: read by runbook validation, policy, approvers and the permission script.</summary>
public sealed record RemediationDescriptor
{
    /// <summary>Catalogue id, as runbooks name it: <c>user.revoke-sessions</c>, <c>device.wipe</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it does, as an approver reads it: "Sign out everywhere".</summary>
    public required string Title { get; init; }

    /// <summary>What a button says that has it done to one target, with <c>{0}</c> for the target's name: "Lock {0}". Null = the title, a colon and the name.</summary>
    public string? Press { get; init; }

    /// <summary>One sentence for the approver: what changes for the person.</summary>
    public required string Effect { get; init; }

    /// <summary>How it is undone, or why it cannot be; one sentence.</summary>
    public required string Undo { get; init; }

    /// <summary>What the person concerned reads once it was done; one sentence per language.</summary>
    public required LocalizedText Requester { get; init; }

    /// <summary>What somebody reads who asked for another person, once it was done; null when such a person is told nothing of it. Default null.</summary>
    public LocalizedText? ForOthers { get; init; }

    /// <summary>What must hold before it is planned and again before it is done, else it is refused; one sentence each.</summary>
    public required IReadOnlyList<string> Preconditions { get; init; }

    /// <summary>What is read and kept before it; one sentence.</summary>
    public required string Captures { get; init; }

    /// <summary>Which calls do it; one sentence with their paths.</summary>
    public required string Execution { get; init; }

    /// <summary>How its effect is read back; one sentence.</summary>
    public required string Verification { get; init; }

    /// <summary>What it states never to touch; default nothing in particular.</summary>
    public IReadOnlyList<string> NeverTouches { get; init; } = [];

    /// <summary>The highest directory role that the person concerned may hold.</summary>
    public required RoleCeiling RoleCeiling { get; init; }

    /// <summary>
    /// The highest risk that Entra may hold against the account for a ticket to have it done; null when risk does not matter. Default null.
    /// <see cref="HelpDesk.Orchestrations.Stages.Policy.Invariants.AccountsAtRiskAreNotLetIn"/> holds it.
    /// </summary>
    public AccountRisk? MostRisk { get; init; }

    /// <summary>What it acts on.</summary>
    public required TargetKind Target { get; init; }

    /// <summary>How much it may hurt.</summary>
    public required Impact Impact { get; init; }

    /// <summary>Whether it can be undone.</summary>
    public required Reversibility Reversibility { get; init; }

    /// <summary>Least Graph application permissions.</summary>
    public required IReadOnlyList<string> Permissions { get; init; }

    /// <summary>Which of <see cref="Permissions"/> a parameter chooses; null when every step needs all of them. Default null.</summary>
    public PermissionChoice? Choice { get; init; }

    /// <summary>Names of parameters a runbook must give in <c>with:</c>.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>True when it makes or weakens a proof of identity (pass, MFA method): needs more than a ticket as proof.</summary>
    public bool TouchesCredentials { get; init; }

    /// <summary>True when it is not executed by the workflow but by an entitled person who presses "show" (P3).</summary>
    public bool IsHandOver { get; init; }

    /// <summary>What is handed over, when <see cref="IsHandOver"/>. Default a temporary pass.</summary>
    public SecretKind Secret { get; init; }

    /// <summary>
    /// True when it contains a threat (sessions ended, sign-in blocked, device locked): it stays done when a later step of its plan fails, because
    /// taking protection away is no safe state. An operator can still undo it.
    /// </summary>
    public bool IsContainment { get; init; }

    /// <summary>
    /// True when a runbook may let it run at once (<c>contain: true</c>): it contains, can be undone or repairs itself, erases nothing, and
    /// neither gives a proof of identity nor touches privacy.
    /// </summary>
    [JsonIgnore]
    public bool MayContain =>
        IsContainment && Reversibility != Reversibility.Irreversible && !TouchesCredentials && !NeedsApproval && !ErasesDevice && !IsHandOver && !IsBeta;

    /// <summary>True when no policy may allow it without a person's approval, whatever its impact: it looks into somebody's private life. Default false.</summary>
    public bool NeedsApproval { get; init; }

    /// <summary>
    /// True when it deletes what a person keeps on the device, or lets it be deleted (wipe, Fresh Start, reset), whatever it promises to keep:
    /// <see cref="HelpDesk.Orchestrations.Stages.Policy.Invariants.PersonalDevicesAreNeverWiped"/> refuses it on a device that the company does not own. Default false.
    /// </summary>
    public bool ErasesDevice { get; init; }

    /// <summary>
    /// True when it may be done to a guest's account: <see cref="HelpDesk.Orchestrations.Stages.Policy.Rules.GuestsAreHandedOver"/> lets no other step reach one. Default false.
    /// </summary>
    public bool IsForGuests { get; init; }

    /// <summary>True when it needs an endpoint that Microsoft calls beta and may change: only there when an owner switched it on. Default false.</summary>
    public bool IsBeta { get; init; }

    /// <summary>
    /// How long after the step an operator may still undo it; default 7 days. Chosen because what stood for a week has been built upon,
    /// which comparing states cannot see.
    /// </summary>
    public TimeSpan UndoFor { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How long its effect may take to show when read back; polled at <see cref="VerifyEvery"/>.</summary>
    public required TimeSpan VerifyFor { get; init; }

    /// <summary>Pause between two read-backs.</summary>
    public required TimeSpan VerifyEvery { get; init; }

    /// <summary>What a button says that has it done to a target.</summary>
    /// <param name="target">Name of the target. Untrusted text.</param>
    public string PressOn(string target) => Press is { } words ? words.Replace("{0}", target, StringComparison.Ordinal) : $"{Title}: {target}";

    /// <summary>True when it never runs without an approval, whatever policy files say (promise P1).</summary>
    [JsonIgnore]
    public bool IsNeverAutomatic =>
        Impact is not (Impact.Low or Impact.Medium) || Reversibility == Reversibility.Irreversible || TouchesCredentials || NeedsApproval;

    /// <summary>The same for one step, with only the permissions that its parameters need.</summary>
    /// <param name="parameters">Resolved parameters; a value that nobody knows leaves all permissions in.</param>
    public RemediationDescriptor For(IReadOnlyDictionary<string, string> parameters) =>
        Choice is not null && parameters.TryGetValue(Choice.Parameter, out var value) && Choice.ByValue.TryGetValue(value, out var chosen)
            ? this with { Permissions = [.. Permissions.Where(permission => permission == chosen || !Choice.ByValue.Values.Contains(permission, StringComparer.Ordinal))] }
            : this;
}

/// <summary>How much a remediation may hurt when it is wrong.</summary>
public enum Impact
{
    /// <summary>Nobody loses anything (sync a device, re-enable what was on).</summary>
    Low,

    /// <summary>Somebody is interrupted or gains a little (sessions revoked, restart, add to an approved group).</summary>
    Medium,

    /// <summary>Somebody loses access, data or a proof of identity, or gains a credential. Always needs approval.</summary>
    High,
}

/// <summary>Whether an effect can be undone.</summary>
public enum Reversibility
{
    /// <summary>Our undo restores the captured prior state.</summary>
    Undoable,

    /// <summary>Nothing to undo: the person just signs in or checks in again.</summary>
    SelfHealing,

    /// <summary>Cannot be undone; the approver is told so.</summary>
    Irreversible,
}

/// <summary>Permissions of which one step needs only the one that a parameter chooses: to delete a phone number nobody needs the right to delete security keys.</summary>
/// <param name="Parameter">The parameter that chooses.</param>
/// <param name="ByValue">The permission of each value.</param>
public sealed record PermissionChoice(string Parameter, IReadOnlyDictionary<string, string> ByValue);
