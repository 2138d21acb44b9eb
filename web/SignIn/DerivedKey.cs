using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace HelpDesk.Web.SignIn;

/// <summary>
/// The key ring of ASP.NET's data protection where many instances serve one page: a single key, derived from the secret that all of them
/// have, so that a form of one instance is taken by the next and nothing is kept anywhere. A new secret ends open forms and sign-ins, and nothing else:
/// the secret is for this alone.
/// </summary>
internal sealed class DerivedKey(string secret) : IXmlRepository
{
    // HKDF of RFC 5869; the label keeps this key apart from all else that is made of the secret.
    private const string Label = "HelpDesk data protection 1";
    private const string IdLabel = "HelpDesk data protection 1 key id";
    private const int MasterKeyBytes = 64;
    private const int IdBytes = 16;

    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var key = new XElement(
            "key",
            new XAttribute("id", new Guid(Derive(IdLabel, IdBytes))),
            new XAttribute("version", 1),
            Date("creationDate", 2020),
            Date("activationDate", 2020),
            Date("expirationDate", 2200),
            new XElement(
                "descriptor",
                new XAttribute("deserializerType", typeof(AuthenticatedEncryptorDescriptorDeserializer).AssemblyQualifiedName!),
                new XElement(
                    "descriptor",
                    new XElement("encryption", new XAttribute("algorithm", "AES_256_CBC")),
                    new XElement("validation", new XAttribute("algorithm", "HMACSHA256")),
                    new XElement("masterKey", new XElement("value", Convert.ToBase64String(Derive(Label, MasterKeyBytes)))))));
        return [key];
    }

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">Always: no other key is ever made, so nothing has to be kept.</exception>
    public void StoreElement(XElement element, string friendlyName) =>
        throw new InvalidOperationException("The key that protects forms is derived from SignIn:CookieKey; none is stored. Set SignIn:KeysFolder to keep keys in a folder.");

    private static XElement Date(string name, int year) => new(name, new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero).ToString("o", CultureInfo.InvariantCulture));

    private byte[] Derive(string label, int bytes) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Convert.FromBase64String(secret), bytes, salt: [], Encoding.UTF8.GetBytes(label));
}
