using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Conversation.Questions;

/// <summary>How a requester is asked whether a solution helped.</summary>
public sealed class FeedbackTexts(PersonLinks links, PolicySet policy)
{
    private static readonly LocalizedText Ask = LocalizedText.Of(
        "Did this solve it? Tell us with one tap:", "Ist das Problem gelöst? Sagen Sie es uns mit einem Klick:", "¿Se ha resuelto? Díganoslo con un clic:", "Est-ce résolu ? Dites-le-nous en un clic :");

    private static readonly LocalizedText Remind = LocalizedText.Of(
        "You have not said yet whether this solved your problem. If it did not, we reopen the ticket and a person takes over. One tap:",
        "Sie haben uns noch nicht gesagt, ob das Problem gelöst ist. Wenn nicht, öffnen wir das Ticket wieder und eine Person übernimmt. Ein Klick:",
        "Aún no nos ha dicho si el problema se ha resuelto. Si no es así, reabrimos el ticket y se encarga una persona. Un clic:",
        "Vous ne nous avez pas encore dit si le problème est résolu. Sinon, nous rouvrons le ticket et une personne prend le relais. Un clic :");

    /// <summary>The line that ends the message of a resolved ticket; empty when policy does not ask.</summary>
    public string Line(CaseId caseId, string language) => policy.Questions.Feedback.IsAsked ? $"{Ask.In(language)} {links.MyLinkFor(caseId)}\n\n" : "";

    /// <summary>The one reminder.</summary>
    public string Reminder(CaseId caseId, string language) => $"{Remind.In(language)} {links.MyLinkFor(caseId)}";
}
