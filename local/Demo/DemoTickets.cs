using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace HelpDesk.Local.Demo;

/// <summary>Reads the demo's tickets, which lie in the program.</summary>
internal static class DemoTickets
{
    private const string Resource = "HelpDesk.Local.Demo.tickets.yaml";

    /// <summary>All of them, in the order in which they are sent.</summary>
    public static IReadOnlyList<DemoTicket> Read()
    {
        using var stream = typeof(DemoTickets).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The program does not hold {Resource}.");
        using var reader = new StreamReader(stream);
        return new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<List<DemoTicket>>(reader);
    }
}
