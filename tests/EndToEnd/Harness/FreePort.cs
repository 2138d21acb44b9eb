using System.Net;
using System.Net.Sockets;

namespace HelpDesk.EndToEnd.Tests.Harness;

/// <summary>Addresses on this machine that nobody listens on.</summary>
public static class FreePort
{
    public static string Url()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndPoint!).Port}";
    }
}
