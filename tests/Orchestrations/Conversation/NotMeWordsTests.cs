using HelpDesk.Orchestrations.Stages.Conversation;

namespace HelpDesk.Orchestrations.Tests.Conversation;

public sealed class NotMeWordsTests
{
    [Theory]
    [InlineData("This wasn't me!!")]
    [InlineData("Hello, that was not me. Please call me.")]
    [InlineData("I did not request a new password, what is going on?")]
    [InlineData("I didn’t ask for this")]
    [InlineData("I never opened this ticket.")]
    [InlineData("Somebody else filed this in my name")]
    [InlineData("this is not my request")]
    [InlineData("Das war ich nicht.")]
    [InlineData("Hallo, ich war das nicht, bitte prüfen!")]
    [InlineData("Ich habe dieses Ticket nicht eröffnet.")]
    [InlineData("Das habe ich nie beantragt")]
    [InlineData("Die Anfrage stammt nicht von mir")]
    [InlineData("No he sido yo")]
    [InlineData("¡Yo no he pedido esto!")]
    [InlineData("No fui yo, por favor bloqueen la cuenta")]
    [InlineData("No solicité nada")]
    [InlineData("Ce n’est pas moi")]
    [InlineData("Bonjour, c'était pas moi.")]
    [InlineData("Je n'ai rien demandé")]
    [InlineData("Cette demande ne vient pas de moi.")]
    public void Comment_ThatDisownsTheRequest_SaysSo(string comment) => NotMeWords.Says(comment).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("Thank you, that was quick!")]
    [InlineData("It does not work for me")]
    [InlineData("I did not receive the pass yet")]
    [InlineData("The pass did not work. Can you send me another?")]
    [InlineData("human, please")]
    [InlineData("Ich habe den Pass noch nicht bekommen")]
    [InlineData("Es funktioniert bei mir nicht")]
    [InlineData("Das war nicht das Problem")]
    [InlineData("No funciona todavía")]
    [InlineData("No he podido entrar")]
    [InlineData("Je n'ai pas reçu le code")]
    [InlineData("Ça ne marche pas chez moi")]
    public void Comment_ThatSaysSomethingElse_DoesNot(string comment) => NotMeWords.Says(comment).ShouldBeFalse();
}
