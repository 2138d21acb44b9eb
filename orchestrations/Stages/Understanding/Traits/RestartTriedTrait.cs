namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>Tells that the device was restarted already, or that a restart helps only for a while: restarting it once more would solve nothing.</summary>
internal static class RestartTriedTrait
{
    private const int Close = 40;

    // A restart that has been: past tense, or "after a restart". An order ("please restart it") is none.
    private static readonly string[] Done =
    [
        "restarted", "rebooted", "after a restart", "after restart", "after a reboot", "after reboot", "after every re", "after each re", "tried restarting", "tried rebooting", "tried to re", "tried a re", "even after re", "turned it off and on", "switched it off and on", "power cycled",
        "neu gestartet", "neugestartet", "nach neustart", "nach einem neustart", "nach dem neustart", "nach jedem neustart", "trotz neustart", "trotz eines neustart", "aus und wieder ein", "rebootet",
        "reinicie", "he reiniciado", "reiniciado", "tras reiniciar", "despues de reiniciar", "tras un reinicio", "despues de un reinicio", "apagado y encendido", "apague y encendi",
        "j ai redemarre", "ai deja redemarre", "avoir redemarre", "apres redemarrage", "apres un redemarrage", "apres le redemarrage", "apres chaque redemarrage", "malgre un redemarrage", "malgre le redemarrage", "eteint et rallume",
    ];

    private static readonly string[] Restart = ["restart", "reboot", "neustart", "neu start", "neu zu start", "reinici", "redemarr"];

    private static readonly string[] NoHelp =
    [
        "helps only", "only helps", "help only", "only help", "helps for", "briefly", "a short while", "short time", "for a while", "few minutes", "few hours", "an hour", "does not help", "doesn t help", "did not help", "didn t help", "no help", "does nothing", "no effect", "changes nothing", "made no difference", "makes no difference", "in vain",
        "hilft nur", "half nur", "nur kurz", "kurzzeitig", "fur kurze zeit", "nur vorubergehend", "hilft nicht", "half nicht", "hilft auch nicht", "bringt nichts", "brachte nichts", "andert nichts", "nutzt nichts", "nichts gebracht", "ohne erfolg", "keine besserung",
        "solo ayuda", "ayuda solo", "ayuda un rato", "solo un rato", "un rato", "poco tiempo", "unos minutos", "no ayuda", "no sirve", "no soluciona", "no arregla", "no cambia nada", "sin exito", "no ha servido", "no sirvio",
        "n aide", "aide seulement", "aide que", "pas longtemps", "quelques minutes", "un moment", "ne change rien", "n a rien change", "ne sert a rien", "sans succes", "ne resout", "n a pas aide",
    ];

    public static bool Shows(TicketText ticket) => ticket.Words.Has(Done) || ticket.Words.Near(Restart, NoHelp, Close);
}
