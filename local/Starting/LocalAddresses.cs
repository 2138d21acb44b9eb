namespace HelpDesk.Local.Starting;

/// <summary>Where the head listens and keeps its data.</summary>
/// <param name="Product">Pages and webhooks. Setting <c>HelpDesk:Url</c>, default http://127.0.0.1:7071.</param>
/// <param name="Simulator">The simulated tenant. Setting <c>HelpDesk:SimulatorUrl</c>, default http://127.0.0.1:7072.</param>
/// <param name="DataDirectory">Full path. Setting <c>HelpDesk:DataDirectory</c>, default <c>.helpdesk</c> in the working folder.</param>
/// <param name="SimulatorRunsApart">True: the simulated tenant runs already, as a process of its own. Setting <c>HelpDesk:SimulatorRunsApart</c>, default false.</param>
internal sealed record LocalAddresses(Uri Product, Uri Simulator, string DataDirectory, bool SimulatorRunsApart)
{
    private const string DefaultProduct = "http://127.0.0.1:7071";
    private const string DefaultSimulator = "http://127.0.0.1:7072";
    private const string DefaultDirectory = ".helpdesk";

    /// <summary>Reads them.</summary>
    /// <exception cref="StartRefusedException">An address is none.</exception>
    public static LocalAddresses From(IConfiguration settings)
    {
        var faults = new List<string>();
        var product = Address("HelpDesk:Url", DefaultProduct);
        var simulator = Address("HelpDesk:SimulatorUrl", DefaultSimulator);
        if (!simulator.IsLoopback)
            faults.Add("HelpDesk:SimulatorUrl must be an address of this machine itself: the simulated tenant lets everybody in.");
        var apart = settings["HelpDesk:SimulatorRunsApart"] is { Length: > 0 } word ? word : bool.FalseString;
        if (!bool.TryParse(apart, out var runsApart))
            faults.Add("HelpDesk:SimulatorRunsApart must be true or false.");
        var directory = settings["HelpDesk:DataDirectory"] is { Length: > 0 } given ? given : DefaultDirectory;
        return faults.Count == 0
            ? new LocalAddresses(product, simulator, Path.GetFullPath(directory), runsApart)
            : throw new StartRefusedException(ExitCode.Settings, faults);

        Uri Address(string setting, string otherwise)
        {
            var text = settings[setting] is { Length: > 0 } value ? value : otherwise;
            if (Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) && url.PathAndQuery == "/")
                return url;
            faults.Add($"{setting} must be an address such as {otherwise}.");
            return new Uri(otherwise);
        }
    }
}
