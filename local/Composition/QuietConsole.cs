using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace HelpDesk.Local.Composition;

/// <summary>Logs on the console: one line each, warnings and worse, unless <c>Logging:LogLevel</c> asks for more.</summary>
internal static class QuietConsole
{
    /// <summary>Adds it.</summary>
    public static ILoggingBuilder AddQuietConsole(this ILoggingBuilder logging, IConfiguration settings) => logging
        .SetMinimumLevel(LogLevel.Warning)
        .AddConfiguration(settings.GetSection("Logging"))
        .AddSimpleConsole(static console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
            console.ColorBehavior = LoggerColorBehavior.Default;
        });
}
