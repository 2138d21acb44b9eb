namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>Asks for a person. A request to be rung back alone is none: most tickets hold a number.</summary>
internal static class WantsPersonTrait
{
    private static readonly string[] Plain =
    [
        "human please", "a human", "real human", "real person", "actual person", "live agent", "live person", "human agent", "speak to a person", "speak with a person", "talk to a person", "talk with a person", "speak to someone", "speak with someone", "talk to someone", "talk with someone", "speak to an agent", "talk to an agent", "speak to somebody", "talk to somebody", "person please", "no bot", "no bots", "no robot", "not a bot", "not a robot", "not with a machine", "stop the automation",
        "einem menschen", "einen menschen", "echten menschen", "echter mensch", "mensch bitte", "mit jemandem sprechen", "mit jemandem reden", "mit einem mitarbeiter sprechen", "mit einem kollegen sprechen", "keinen bot", "kein bot", "keine maschine", "keinen roboter",
        "una persona real", "con una persona", "hablar con alguien", "un humano", "ser humano", "agente humano", "no quiero un bot", "ningun bot", "nada de bots",
        "un humain", "une vraie personne", "une personne reelle", "parler a quelqu un", "parler avec quelqu un", "parler a une personne", "pas de robot", "pas un robot", "pas de bot", "pas un bot",
    ];

    public static bool Shows(TicketText ticket) => ticket.Words.Has(Plain);
}
