using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy.Protection;

namespace HelpDesk.Orchestrations.Domain.Policy.Proofs;

/// <summary>
/// Accounts whose proof of identity is always checked by people and whose pass another person collects: administrators, executives, people with
/// reach, break-glass and service accounts, identities of other organisations. No file can loosen it.
/// </summary>
public static class KeptForPeople
{
    /// <summary>Why a person does not collect their own secret, whatever they prove; null when they may.</summary>
    /// <param name="person">The person as the directory knows them now; null when it does not.</param>
    /// <param name="risk">What is held against the account now.</param>
    /// <param name="protection">Who is protected.</param>
    public static string? WhyNever(Person? person, AccountRisk risk, ProtectionRules protection) => person switch
    {
        null => "The account is no longer in the directory.",
        { AccountEnabled: false } => "Sign-in of the account is blocked.",
        { IsGuest: true } => "The account belongs to another organization.",
        { IsPrivileged: true } => "The account holds a directory role, so the identity team checks the identity.",
        _ when protection.IsServiceAccount(person) => "A service account belongs to no single person.",
        _ when protection.BreakGlassAccounts.Contains(person.Id) || person.GroupIds.Any(protection.BreakGlassGroups.Contains) => "A break-glass account is never touched.",
        _ when IsExecutive(person, protection) => "For this account two approvers decide and the service desk checks the identity in person.",
        _ when risk is AccountRisk.Medium or AccountRisk.High or AccountRisk.Confirmed => "Entra sees a risk in the account, so the security team checks the identity.",
        _ => null,
    };

    /// <summary>True for executives and people with reach.</summary>
    public static bool IsExecutive(Person person, ProtectionRules protection) =>
        person.GroupIds.Any(id => protection.VipGroups.Contains(id) || protection.ReachGroups.Contains(id));
}
