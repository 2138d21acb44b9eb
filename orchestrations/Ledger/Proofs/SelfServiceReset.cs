using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Proofs;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Proofs;

/// <summary>
/// Whether a person is pointed to self-service password reset: only when the identity provider says that they can use it, for a forgotten password or a
/// locked account of a member that is kept in the cloud. It restores a password, never a factor.
/// </summary>
public sealed class SelfServiceReset(IDirectory directory, ISignInEvidence evidence, PolicySet policy)
{
    /// <summary>The page of the identity provider.</summary>
    public static readonly Uri Page = new("https://aka.ms/sspr");

    /// <summary>What the person reads before the address.</summary>
    public static readonly LocalizedText Text = LocalizedText.Of(
        "You don't have to wait: you can reset your password yourself with a method that you registered, at",
        "Sie müssen nicht warten: Ihr Kennwort können Sie mit einer hinterlegten Methode selbst zurücksetzen, unter",
        "No hace falta esperar: puede restablecer la contraseña con un método que ya registró, en",
        "Inutile d'attendre : vous pouvez réinitialiser votre mot de passe avec une méthode déjà enregistrée, sur");

    private static readonly string[] Intents = ["identity.password-forgotten", "identity.locked-out"];

    /// <summary>True when it is for this person; false too when it cannot be known now.</summary>
    public async Task<bool> IsForAsync(PersonId? personId, string? intent, CancellationToken cancellation)
    {
        if (personId is null || intent is null || !Intents.Contains(intent, StringComparer.Ordinal))
            return false;
        try
        {
            return await directory.GetPersonAsync(personId.Value, cancellation) is { IsSynced: false } person
                && KeptForPeople.WhyNever(person, AccountRisk.None, policy.Protection) is null
                && await evidence.CanResetAsync(personId.Value, cancellation);
        }
        catch (VendorException)
        {
            // An offer that may not be true is none; the request goes on without it.
            return false;
        }
    }
}
