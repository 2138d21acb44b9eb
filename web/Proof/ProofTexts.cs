using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Proofs;

namespace HelpDesk.Web.Proof;

/// <summary>What a person reads on their own page, in their language.</summary>
internal static class ProofTexts
{
    public static readonly LocalizedText Title = LocalizedText.Of("Get back into your account", "Wieder Zugang zu Ihrem Konto", "Recupere el acceso a su cuenta", "Retrouvez l'accès à votre compte");

    public static readonly LocalizedText Waiting = LocalizedText.Of(
        "Your request is being prepared. Open this page again in a few minutes.", "Ihre Anfrage wird vorbereitet. Öffnen Sie diese Seite in ein paar Minuten noch einmal.",
        "Su solicitud se está preparando. Vuelva a abrir esta página en unos minutos.", "Votre demande est en préparation. Rouvrez cette page dans quelques minutes.");

    public static readonly LocalizedText Approval = LocalizedText.Of(
        "Your manager or the service desk must approve your request first. Open this page again afterwards.",
        "Zuerst muss Ihre Führungskraft oder der Service Desk zustimmen. Öffnen Sie diese Seite danach noch einmal.",
        "Primero debe aprobarlo su responsable o el servicio de asistencia. Después vuelva a abrir esta página.",
        "Votre responsable ou le centre de services doit d'abord donner son accord. Rouvrez ensuite cette page.");

    public static readonly LocalizedText Prove = LocalizedText.Of(
        "Call your manager or see them in person. They confirm that it's you and give you a one-time code. Enter it here.",
        "Rufen Sie Ihre Führungskraft an oder gehen Sie zu ihr. Sie bestätigt, dass Sie es sind, und gibt Ihnen einen Einmalcode. Geben Sie ihn hier ein.",
        "Llame a su responsable o vaya a verle. Confirmará que es usted y le dará un código de un solo uso. Introdúzcalo aquí.",
        "Appelez votre responsable ou allez le voir. Il confirme que c'est bien vous et vous donne un code à usage unique. Saisissez-le ici.");

    public static readonly LocalizedText CodeLabel = LocalizedText.Of("One-time code from your manager", "Einmalcode von Ihrer Führungskraft", "Código de un solo uso de su responsable", "Code à usage unique de votre responsable");

    public static readonly LocalizedText Confirm = LocalizedText.Of("Confirm", "Bestätigen", "Confirmar", "Confirmer");

    public static readonly LocalizedText Never = LocalizedText.Of(
        "The service desk never asks you for a code, a password or a pass. Give them to no one.",
        "Der Service Desk fragt nie nach einem Code, einem Kennwort oder einem Pass. Geben Sie sie niemandem.",
        "El servicio de asistencia nunca le pide un código, una contraseña ni un pase. No se los dé a nadie.",
        "Le centre de services ne vous demande jamais de code, de mot de passe ni de passe. Ne les donnez à personne.");

    public static readonly LocalizedText Collect = LocalizedText.Of(
        "Your identity is confirmed. Select the button when you're ready to sign in: the pass is shown once and works for a short time.",
        "Ihre Identität ist bestätigt. Wählen Sie die Schaltfläche, wenn Sie sich jetzt anmelden können: Der Pass wird einmal angezeigt und gilt nur kurze Zeit.",
        "Su identidad está confirmada. Pulse el botón cuando pueda iniciar sesión: el pase se muestra una sola vez y vale poco tiempo.",
        "Votre identité est confirmée. Appuyez sur le bouton quand vous êtes prêt à vous connecter : le passe s'affiche une seule fois et reste valable peu de temps.");

    public static readonly LocalizedText Show = LocalizedText.Of("Show pass", "Pass anzeigen", "Mostrar el pase", "Afficher le passe");

    public static readonly LocalizedText People = LocalizedText.Of(
        "For your account a person checks your identity. The service desk will contact you.", "Bei Ihrem Konto prüft eine Person Ihre Identität. Der Service Desk meldet sich bei Ihnen.",
        "Para su cuenta, una persona comprueba su identidad. El servicio de asistencia se pondrá en contacto con usted.", "Pour votre compte, une personne vérifie votre identité. Le centre de services vous contactera.");

    public static readonly LocalizedText Over = LocalizedText.Of(
        "There is nothing to do here any more. If you still can't sign in, call the service desk.", "Hier ist nichts mehr zu tun. Wenn Sie sich noch immer nicht anmelden können, rufen Sie den Service Desk an.",
        "Ya no hay nada que hacer aquí. Si sigue sin poder iniciar sesión, llame al servicio de asistencia.", "Il n'y a plus rien à faire ici. Si vous ne pouvez toujours pas vous connecter, appelez le centre de services.");

    public static readonly LocalizedText NotMe = LocalizedText.Of("This was not me", "Das war ich nicht", "No he sido yo", "Ce n'était pas moi");

    public static readonly LocalizedText PassTitle = LocalizedText.Of("Your temporary pass", "Ihr befristeter Zugriffspass", "Su pase temporal", "Votre passe temporaire");

    public static readonly LocalizedText PassLead = LocalizedText.Of(
        "Sign in with your email address and this pass, then set a new password or sign-in method. It's shown only this once.",
        "Melden Sie sich mit Ihrer E-Mail-Adresse und diesem Pass an und richten Sie dann ein neues Kennwort oder eine neue Anmeldemethode ein. Er wird nur dieses eine Mal angezeigt.",
        "Inicie sesión con su correo y este pase, y después configure una contraseña o un método nuevo. Solo se muestra esta vez.",
        "Connectez-vous avec votre adresse e-mail et ce passe, puis configurez un nouveau mot de passe ou une nouvelle méthode. Il ne s'affiche que cette fois.");

    public static readonly LocalizedText ValidUntil = LocalizedText.Of("Time left:", "Noch gültig:", "Tiempo restante:", "Temps restant :");

    public static readonly LocalizedText Hide = LocalizedText.Of("Hide now", "Jetzt ausblenden", "Ocultar ahora", "Masquer maintenant");

    public static readonly LocalizedText Gone = LocalizedText.Of(
        "The pass is hidden and can't be shown again.", "Der Pass ist ausgeblendet und kann nicht noch einmal angezeigt werden.", "El pase está oculto y no se puede mostrar otra vez.", "Le passe est masqué et ne peut plus être affiché.");

    /// <summary>Why a code was not taken.</summary>
    public static LocalizedText ProblemOf(VoucherUse use) => use switch
    {
        VoucherUse.Wrong => LocalizedText.Of("This code isn't right. Check it and try again.", "Dieser Code stimmt nicht. Prüfen Sie ihn und versuchen Sie es noch einmal.", "El código no es correcto. Compruébelo e inténtelo de nuevo.", "Ce code n'est pas correct. Vérifiez-le et réessayez."),
        VoucherUse.TooManyTries => LocalizedText.Of("The code was entered wrong too often and is void. Ask your manager for a new one.", "Der Code wurde zu oft falsch eingegeben und gilt nicht mehr. Bitten Sie Ihre Führungskraft um einen neuen.", "El código se ha introducido mal demasiadas veces y ya no vale. Pida otro a su responsable.", "Le code a été saisi trop souvent de façon incorrecte et n'est plus valable. Demandez-en un nouveau à votre responsable."),
        VoucherUse.Expired => LocalizedText.Of("The code has expired. Ask your manager for a new one.", "Der Code ist abgelaufen. Bitten Sie Ihre Führungskraft um einen neuen.", "El código ha caducado. Pida otro a su responsable.", "Le code a expiré. Demandez-en un nouveau à votre responsable."),
        VoucherUse.UsedBefore => LocalizedText.Of("The code was used already. Ask your manager for a new one.", "Der Code wurde schon verwendet. Bitten Sie Ihre Führungskraft um einen neuen.", "El código ya se ha usado. Pida otro a su responsable.", "Le code a déjà été utilisé. Demandez-en un nouveau à votre responsable."),
        _ => LocalizedText.Of("Your manager hasn't given you a code yet. Call them.", "Ihre Führungskraft hat Ihnen noch keinen Code gegeben. Rufen Sie sie an.", "Su responsable todavía no le ha dado ningún código. Llámele.", "Votre responsable ne vous a pas encore donné de code. Appelez-le."),
    };
}
