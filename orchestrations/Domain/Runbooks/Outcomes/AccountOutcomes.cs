using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;

/// <summary>What can be required of an account.</summary>
internal static class AccountOutcomes
{
    // Entra shows its own writes after seconds, rarely minutes (graph-operations: revoke "takes a few minutes").
    private static readonly TimeSpan Replication = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(30);

    public static IReadOnlyList<OutcomeCondition> All { get; } =
    [
        new(
            "account.blocked", "sign-in of the account is blocked", Replication, Often),
        new(
            "account.enabled", "sign-in of the account is allowed", Replication, Often)
        {
            Requester = LocalizedText.Of("Your account is not blocked.", "Ihr Konto ist nicht gesperrt.", "Su cuenta no está bloqueada.", "Votre compte n'est pas bloqué."),
        },
        new(
            "account.not-at-risk", "Entra sees no risk in the account", Replication, Often)
        {
            Requester = LocalizedText.Of("No risk is recorded for your account.", "Für Ihr Konto ist kein Risiko vermerkt.", "No consta ningún riesgo en su cuenta.", "Aucun risque n'est signalé pour votre compte."),
        },
        new(
            "pass.used", "the person has signed in with the temporary pass", TimeSpan.FromHours(24), TimeSpan.FromMinutes(2))
        {
            Requester = LocalizedText.Of(
                "You have signed in with the temporary pass.", "Sie haben sich mit dem befristeten Zugriffspass angemeldet.",
                "Ha iniciado sesión con el pase de acceso temporal.", "Vous vous êtes connecté avec le passe d'accès temporaire."),
            Needs = ["user.grant-temporary-pass"],
            WaitsForPass = true,
        },
        new(
            "subject.signed-out", "sessions from before are not valid any more", Replication, Often)
        {
            Needs = ["user.revoke-sessions"],
        },
    ];
}
