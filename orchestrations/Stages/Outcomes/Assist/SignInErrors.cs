using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Outcomes.Assist;

/// <summary>What Entra's codes of failed sign-ins mean, and what a technician does about them (the AADSTS reference of Microsoft).</summary>
internal static class SignInErrors
{
    private static readonly Dictionary<int, (LocalizedText Meaning, LocalizedText Step)> Known = new()
    {
        [50053] = (
            LocalizedText.Of("locked after too many wrong passwords", "nach zu vielen falschen Kennwörtern gesperrt", "bloqueada tras demasiadas contraseñas incorrectas", "verrouillé après trop de mots de passe erronés"),
            LocalizedText.Of(
                "Find the device or app that still uses the old password, then wait until the lockout ends.",
                "Suchen Sie das Gerät oder die App mit dem alten Kennwort und warten Sie, bis die Sperre endet.",
                "Busque el dispositivo o la aplicación que aún usa la contraseña antigua y espere a que termine el bloqueo.",
                "Cherchez l'appareil ou l'application qui utilise encore l'ancien mot de passe, puis attendez la fin du verrouillage.")),
        [50126] = (
            LocalizedText.Of("wrong user name or password", "Benutzername oder Kennwort falsch", "usuario o contraseña incorrectos", "nom d'utilisateur ou mot de passe incorrect"),
            LocalizedText.Of(
                "Ask which user name and keyboard layout the person uses.", "Fragen Sie nach Benutzername und Tastaturlayout.", "Pregunte qué usuario y distribución de teclado utiliza.", "Demandez quel nom d'utilisateur et quelle disposition de clavier sont utilisés.")),
        [50055] = (
            LocalizedText.Of("the password has expired", "das Kennwort ist abgelaufen", "la contraseña ha caducado", "le mot de passe a expiré"),
            LocalizedText.Of("Let the person change the password at the next sign-in.", "Lassen Sie das Kennwort bei der nächsten Anmeldung ändern.", "Haga que cambie la contraseña en el próximo inicio de sesión.", "Faites changer le mot de passe à la prochaine connexion.")),
        [50057] = (
            LocalizedText.Of("the account is blocked", "das Konto ist gesperrt", "la cuenta está deshabilitada", "le compte est désactivé"),
            LocalizedText.Of("Find out who blocked the account and why before you open it.", "Klären Sie, wer das Konto gesperrt hat und warum, bevor Sie es freigeben.", "Averigüe quién deshabilitó la cuenta y por qué antes de habilitarla.", "Vérifiez qui a désactivé le compte et pourquoi avant de le réactiver.")),
        [50074] = (
            LocalizedText.Of("a second factor was required", "ein zweiter Faktor wurde verlangt", "se exigió un segundo factor", "un second facteur a été exigé"),
            LocalizedText.Of("Check the registered methods of the person.", "Prüfen Sie die registrierten Methoden der Person.", "Compruebe los métodos registrados de la persona.", "Vérifiez les méthodes enregistrées de la personne.")),
        [500121] = (
            LocalizedText.Of("the second factor was denied or not answered", "der zweite Faktor wurde abgelehnt oder nicht beantwortet", "el segundo factor se rechazó o no se respondió", "le second facteur a été refusé ou est resté sans réponse"),
            LocalizedText.Of(
                "Ask whether the person started that sign-in themselves. If not, report it to the security team.",
                "Fragen Sie, ob die Person diese Anmeldung selbst gestartet hat. Wenn nicht, melden Sie es dem Sicherheitsteam.",
                "Pregunte si la propia persona inició esa sesión. Si no, avise al equipo de seguridad.",
                "Demandez si la personne a lancé cette connexion elle-même. Sinon, prévenez l'équipe de sécurité.")),
        [53003] = (
            LocalizedText.Of("blocked by Conditional Access", "durch bedingten Zugriff blockiert", "bloqueado por el acceso condicional", "bloqué par l'accès conditionnel"),
            LocalizedText.Of("Open the sign-in in Entra and read which policy blocked it.", "Öffnen Sie die Anmeldung in Entra und lesen Sie, welche Richtlinie sie blockiert hat.", "Abra el inicio de sesión en Entra y vea qué directiva lo bloqueó.", "Ouvrez la connexion dans Entra et voyez quelle stratégie l'a bloquée.")),
    };

    private static readonly (LocalizedText Meaning, LocalizedText Step) Other = (
        LocalizedText.Of("error {0}", "Fehler {0}", "error {0}", "erreur {0}"),
        LocalizedText.Of("Look up the error of the last sign-in in Entra.", "Schlagen Sie den Fehler der letzten Anmeldung in Entra nach.", "Consulte en Entra el error del último inicio de sesión.", "Consultez dans Entra l'erreur de la dernière connexion."));

    /// <summary>What it means.</summary>
    public static string MeaningOf(int code, string language) =>
        (Known.TryGetValue(code, out var known) ? known : Other).Meaning.In(language).Replace("{0}", code.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>What to do.</summary>
    public static string StepFor(int code, string language) => (Known.TryGetValue(code, out var known) ? known : Other).Step.In(language);
}
