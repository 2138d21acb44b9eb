using System.Text.RegularExpressions;

namespace HelpDesk.Orchestrations.Stages.Conversation;

/// <summary>
/// Says whether a comment means "this was not me" in English, German, Spanish or French. It looks for the whole sentence, and not for one about
/// a telephone call, an attachment or something that was meant otherwise: a wrong yes stops a case, and a wrong no leaves the link and the button.
/// </summary>
public static partial class NotMeWords
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    private const int TimeoutMs = 2_000;

    // What a ticket is called.
    private const string Ticket = "(ticket|tickets|request|requests|case|incident)";
    private const string Vorgang = "(ticket|anfrage|antrag|auftrag|meldung|anforderung|vorgang|bestellung)";
    private const string Solicitud = "(ticket|tique|solicitud|peticion|caso|incidencia)";
    private const string Demande = "(ticket|demande|requete|incident|dossier)";
    private const string Never = "i (really |certainly |definitely )?(did not|didnt t|didnt|never|have not|havent|have never)( even| ever)?";

    /// <summary>True when the comment says so.</summary>
    /// <param name="comment">The writer's own words, without the mail that they answer to.</param>
    public static bool Says(string comment)
    {
        try
        {
            return IsSaid(NotMeText.Of(comment));
        }
        catch (RegexMatchTimeoutException)
        {
            // The link and the button are left, and the comment is on the case for people.
            return false;
        }
    }

    private static bool IsSaid(string text)
    {
        if (GoOn().IsMatch(text))
            return false;
        if (English().IsMatch(text) || German().IsMatch(text) || Spanish().IsMatch(text) || French().IsMatch(text))
            return true;
        return !Meant().IsMatch(text) && (EnglishThing().IsMatch(text) || GermanThing().IsMatch(text) || SpanishThing().IsMatch(text) || FrenchThing().IsMatch(text));
    }

    // Whoever wants it to go on, or has not asked for it yet, does not disown it, whatever else was not them.
    [GeneratedRegex(@"\b(go on|go ahead|carry on|please (continue|proceed)|still (want|need) (it|this)|yet|noch nicht|noch nie|(todavia|aun) no|no (lo )?he \w+ (todavia|aun)|pas encore|weitermachen|machen sie weiter|bitte weiter|fortfahren|trotzdem|(por favor|puede[ns]?) (continu\w+|sig\w+|adelante)|sigan adelante|(veuillez|merci de|vous pouvez) (continuer|poursuivre)|continuez|poursuivez|allez y)\b", Options, TimeoutMs)]
    private static partial Regex GoOn();

    // Something else was asked for, or nothing yet: a correction.
    [GeneratedRegex(@"\b(but|yet|instead|i (asked|wanted|meant|mean|need)|sondern|noch nicht|sino|pero|todavia|aun|encore|mais|plutot)\b", Options, TimeoutMs)]
    private static partial Regex Meant();

    [GeneratedRegex(
        $@"\b((it|this|that|{Ticket}) (was|is)( definitely| certainly| really)? not( from)? me|(it|this|that)( really| certainly)? (wasnt|wasnt t)( from)? me|(this|{Ticket}) isnt( from)? me)\b(?! ,? ?(who|that|calling|on the|in the|at the)\b)"
        + @"|^(no ?,? )?(was not|wasnt|not) me\b(?! ,? ?(who|that|calling|on the)\b)"
        + @"|\bnot me ,? ?(who|that)( ever| even)? (asked|requested|opened|filed|submitted|raised|created|ordered)\b|\bwasnt me ,? ?(who|that) (asked|requested|opened|filed|submitted|raised|created|ordered)\b"
        + $@"|\b{Never} (ask|asked|request|requested|order|ordered)( for)? (this|that|it|these|anything|any of)\b|\b{Never} (ask|asked|request|requested)( for it)?( \.|$)"
        + $@"|\b{Never} (open|opened|file|filed|submit|submitted|create|created|raise|raised|make|made|send|sent|write|wrote|written|start|started)( in)?( this| that| the| a| any| such a)?( \w+)? {Ticket}\b|\b{Never} (file|filed|submit|submitted|raise|raised|create|created|start|started) this( \.|$)"
        + @"|\b(not|never|isnt|wasnt) (opened|filed|requested|submitted|raised|created|ordered) by me\b|\b(did not|didnt|does not|doesnt) come from me\b|\bnot (my|from my) (ticket|request)\b"
        + $@"|\b{Ticket} (is not|was not|isnt|wasnt) (mine|from me)\b|\bsome(one|body)( else)?( must have| has)? (opened|filed|requested|submitted|raised|created)( this| it| that| a)?( {Ticket})? (in|using|under|with) my name\b"
        + $@"|\bsome(one|body) else( must have| has)? (opened|filed|requested|submitted|raised|created) (this|it|that)( {Ticket})?( \.|$)|\bi know nothing (about|of) (this|that|the|any) {Ticket}\b",
        Options, TimeoutMs)]
    private static partial Regex English();

    // A thing is named: it may be a correction, so nothing else may be asked for beside it.
    [GeneratedRegex($@"\b{Never} (ask|asked) for (a|an|any|the|my|new)\b|\b{Never} (request|requested) (a|an|any|the|my|new)\b", Options, TimeoutMs)]
    private static partial Regex EnglishThing();

    [GeneratedRegex(
        @"\b((das|es|dies) (war|bin) (ich nicht|nicht ich)|ich war (das|es) nicht|ich wars nicht)\b(?! ,? ?(der|die|wer) (?!(\w+ ){0,4}(gestellt|eroffnet|beantragt|angefordert|erstellt)\b))|^(nein ?,? )?(war ich nicht|ich nicht)( \.|$)"
        + $@"|\b((das|es|dies)|{Vorgang}( \w+)?) (ist|war|kommt|kam|stammt) nicht von mir\b"
        + @"|\b(das|dies|es|sowas|nichts) habe ich (\w+ )?(nicht|nie|niemals)? ?(angefordert|beantragt|gestellt|erstellt|bestellt|veranlasst|eroffnet)\b(?<!\bdas habe ich (angefordert|beantragt|gestellt|erstellt|bestellt|veranlasst|eroffnet))"
        + @"|\bich habe (das|dies|es|sowas)( \w+)? (nicht|nie|niemals)( \w+)? (angefordert|beantragt|gestellt|bestellt|veranlasst|eroffnet)\b|\bich habe (gar |uberhaupt )?nichts( \w+)? (angefordert|beantragt|bestellt|veranlasst)\b"
        + $@"|\b(ich habe|habe ich)( \w+){{0,2}} {Vorgang}( \w+)? (nicht|nie|niemals)( \w+)? (angefordert|beantragt|gestellt|eroffnet|geoffnet|erstellt|geschrieben|veranlasst)\b|\b{Vorgang} habe ich( \w+)? (nicht|nie|niemals)( \w+)? (angefordert|beantragt|gestellt|eroffnet|geoffnet|erstellt|geschrieben|veranlasst)\b"
        + $@"|\bich habe (gar )?(kein|keine|keinen) {Vorgang} (gestellt|eroffnet|geoffnet|erstellt|geschrieben)\b|\b(jemand|wer) ander(s|er|e)( \w+){{0,3}} in meinem namen\b",
        Options, TimeoutMs)]
    private static partial Regex German();

    [GeneratedRegex(@"\b(ich habe|habe ich)( \w+){0,3} (nicht|nie|niemals|kein|keine|keinen)( \w+){0,3} (angefordert|beantragt)\b", Options, TimeoutMs)]
    private static partial Regex GermanThing();

    [GeneratedRegex(
        @"\b(no h?e sido yo|no fui yo|no era yo|yo no fui|yo no h?e sido)\b(?! ,? ?(quien|el que|la que) (?!(\w+ ){0,2}(pidio|pedi|solicito|solicite|abrio|abri)\b))"
        + $@"|\bno (lo |la )?(h?e )?(pedi|pedido|solicite|solicitado)( yo)?( \.| ,|$| (esto|eso|nada)\b)|\bno h?e? ?(abri|abierto|cree|creado|envie|enviado|hice|hecho|pedi|pedido|solicite|solicitado)( yo)?( nunca)? (esto|eso|este|esta|ese|esa|el|la|ningun|ninguna) ?{Solicitud}\b"
        + $@"|\bno (es|era) (mio|mia|una solicitud mia|mi solicitud|mi ticket)\b|\bno viene de mi\b|\b{Solicitud} no es (mio|mia)\b|\b(alguien|otra persona)( \w+){{0,4}} (en|con) mi nombre\b",
        Options, TimeoutMs)]
    private static partial Regex Spanish();

    [GeneratedRegex(@"\b(yo )?no (h?e )?(pedi|pedido|solicite|solicitado) (ningun|ninguna|un|una|el|la|este|esta)\b", Options, TimeoutMs)]
    private static partial Regex SpanishThing();

    [GeneratedRegex(
        @"\b(ce )?(nest|netait|cest|cetait) pas moi\b(?! ,? ?qui (?!ai (fait|demande|ouvert|cree|envoye|depose)))"
        + $@"|\bje nai (rien|jamais rien) (demande|sollicite|commande)\b|\bje ne? ?lai (pas|jamais) demande\b|\bje nai (pas|jamais) (demande|sollicite) (ca|cela)\b|\bje nai (pas|jamais) (demande|sollicite)( \.|$)"
        + $@"|\bje nai (pas|jamais|rien) (ouvert|cree|fait|envoye|depose|demande)( \w+)? ?{Demande}\b|\bnest pas (de ma part|ma demande|mon ticket)\b|\bne vient pas de moi\b|\b(quelquun|une autre personne)( \w+){{0,4}} en mon nom\b",
        Options, TimeoutMs)]
    private static partial Regex French();

    [GeneratedRegex(@"\bje nai (pas|jamais) (demande|sollicite|commande) (de|un|une|le|la|d)\b", Options, TimeoutMs)]
    private static partial Regex FrenchThing();
}
