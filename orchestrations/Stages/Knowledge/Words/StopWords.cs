namespace HelpDesk.Orchestrations.Stages.Knowledge.Words;

/// <summary>Words that say nothing of what a text is about, in English, German, Spanish and French; folded as <see cref="Terms.Fold"/> folds.</summary>
public static class StopWords
{
    private static readonly HashSet<string> All = [.. (
        "a an the and or but if then than so as at by for from in into of off on onto out over to up with without within about after before between during through under until while " +
        "i me my mine we us our ours you your yours he him his she her it its they them their theirs this that these those who whom whose which what when where why how " +
        "is am are was were be been being do does did doing done have has had having can could shall should will would may might must cannot not no nor don doesn didn isn aren wasn won wouldn couldn " +
        "there here all any both each few more most other some such only own same too very just also again ever never yet still already now always way get gets got getting go goes going want wants like make makes made " +
        "let lets put one two three ask asks say says see give gives take takes back im ive id ll re ve s t m d u q am pm etc ok okay yes well really much many lot since because instead cant dont wont doesnt stuff guys although though see sees seen saw look looks sit stay stays next however maybe thing things try tries tried start starts begin open opened come comes came keep keeps even else around every whenever while anyhow fine good bad right hello today tomorrow kind regards dear anyone someone something anything everything nothing somebody anybody " +
        "der die das den dem des ein eine einen einem einer eines und oder aber wenn dann als so wie am an auf aus bei bis durch fur gegen in im ins mit nach ohne seit uber um unter von vom vor zu zum zur zwischen " +
        "ich mich mir mein meine meinen meinem meiner meines wir uns unser unsere unseren unserem du dich dir dein deine er ihn ihm sein seine sie ihr ihre ihren ihrem es man selbst selber sich dies diese diesen dieser dieses jede jeden jeder " +
        "ist sind bin war waren sei sein werden wird wurde hat habe haben hatte hatten kann konnen konnte soll sollen muss mussen mochte mochten will wollen darf durfen nicht kein keine keinen keiner nichts mehr noch nur schon auch da dort hier was wer wo wann warum welche welcher welches welchen wohin jetzt immer nie etwas alle alles sehr doch mal bitte gern " +
        "setze setzen stelle stellen komme kommen kommt rein raus sehe sehen nach bin seit wieder gerade eben zwar jedoch gibts lasse nehmen nimmt moglich liebe grusse guten obwohl weil dass damit dazu dafur davon ja nein nun also bereits gar ganz beim ob bzw usw lassen geht gehen gibt macht machen tun bekomme bekommen herr frau nirgends dauernd standig " +
        "el la los las un una unos unas y o u pero si no ni como de del al a ante con contra desde en entre hacia hasta para por segun sin sobre tras que quien cual cuales cuando donde porque cuanto cuanta cuantos " +
        "yo me mi mis tu te ti tus su sus se le les lo nos nosotros nuestro nuestra usted ustedes ello ellos ella ellas este esta estos estas ese esa eso esos esas aquel es soy eres son era eran ser sido estoy esta estan estar estaba ha han he hemos haber habia puedo puede pueden poder quiero quiere debo debe hay hago hace hacer va voy ir ya muy mas menos tambien solo todo toda todos todas algo nada cada otro otra q ver veo ahora parar sigue sigo intento intentar veces vez bien mal bueno buenos dias saludos gracias tengo tiene tener dejo dejar " +
        "le la les l un une des du de d et ou mais si ne pas ni que qui quoi quel quelle quels quelles comment quand pourquoi a au aux avec chez contre dans depuis en entre par pour sans sous sur vers " +
        "je j me m moi mon ma mes tu te t toi ton ta tes il elle on nous notre nos vous votre vos ils elles leur leurs se s ce cet cette ces c ca cela est suis es sont etait etaient etre ete ai as avons avez ont avoir avait peux peut pouvez peuvent pouvoir veux voudrais dois doit fait faire faut va vais aller y plus moins tres tout toute tous toutes aussi deja encore rien autre autres n qu jour journee voir vois maintenant essaie essayer fois bien mal bonjour cordialement merci toujours").Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>True for such a word.</summary>
    public static bool Are(string word) => All.Contains(word);
}
